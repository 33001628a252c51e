import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Points and limits held for a purchase that is not confirmed yet. */
@Entity('reservation')
@Index('reservation_held', ['expiresAt'], { where: "status = 'HELD'" })
export class Reservation {
  @PrimaryColumn({ type: 'text', name: 'purchase_id' })
  purchaseId!: string;
  @Column({ type: 'bytea', name: 'quote_hash' })
  quoteHash!: Buffer;
  @Column({ type: 'text', name: 'store_id' })
  storeId!: string;
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
  @Column({ type: 'bigint', name: 'points_minor', transformer: bigintColumn })
  pointsMinor!: bigint;
  @Column({ type: 'bigint', name: 'hold_entry_seq', nullable: true, transformer: bigintColumn })
  holdEntrySeq!: bigint | null;
  @Column({ type: 'text' })
  status!: 'HELD' | 'CONFIRMED' | 'CANCELLED' | 'EXPIRED';
  @Column({ type: 'timestamptz', name: 'reserved_at' })
  reservedAt!: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
