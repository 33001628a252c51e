import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A lot that was given more time. Never changed. */
@Entity('extended_lot')
@Index('extended_lot_lot', ['lotId'])
@Index('extended_lot_member', ['memberId'])
export class ExtendedLot {
  @PrimaryColumn({ type: 'text', name: 'extension_id' })
  extensionId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'lot_id' })
  lotId!: string;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  /** Its place among the entries of the journal. */
  @Column({ type: 'bigint', default: () => "nextval('journal_entry_seq')", transformer: bigintColumn })
  seq!: bigint;
  @Column({ type: 'timestamptz', name: 'old_expires_at' })
  oldExpiresAt!: Date;
  @Column({ type: 'timestamptz', name: 'new_expires_at' })
  newExpiresAt!: Date;
}
