import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type LotSource = 'PURCHASE' | 'GRANT' | 'OPENING_BALANCE' | 'RETURN' | 'ADJUSTMENT';

/** Points that came together and share their dates and the legal entity that owes them. */
@Entity('lot')
@Index('lot_open', ['memberId'], { where: "status in ('PENDING', 'ACTIVE')" })
@Index('lot_pending', ['activatesAt'], { where: "status = 'PENDING'" })
@Index('lot_expiring', ['expiresAt'], { where: "status = 'ACTIVE' and expires_at is not null" })
export class LotRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'text', name: 'legal_entity' })
  legalEntity!: string;
  @Column({ type: 'bigint', name: 'amount_minor', transformer: bigintColumn })
  amountMinor!: bigint;
  @Column({ type: 'bigint', name: 'left_minor', transformer: bigintColumn })
  leftMinor!: bigint;
  /** The part of what is left that reservations hold. */
  @Column({ type: 'bigint', name: 'held_minor', default: 0, transformer: bigintColumn })
  heldMinor!: bigint;
  @Column({ type: 'text' })
  status!: 'PENDING' | 'ACTIVE' | 'SPENT' | 'EXPIRED';
  @Column({ type: 'text' })
  source!: LotSource;
  @Column({ type: 'text', name: 'purchase_id', nullable: true })
  purchaseId!: string | null;
  @Column({ type: 'timestamptz', name: 'activates_at' })
  activatesAt!: Date;
  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
