import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const LOT_STATUSES = ['PENDING', 'ACTIVE', 'SPENT', 'EXPIRED'] as const;
const LOT_SOURCES = ['PURCHASE', 'GRANT', 'OPENING_BALANCE', 'RETURN', 'ADJUSTMENT'] as const;

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
  @Column({ type: 'enum', enum: LOT_STATUSES, enumName: 'lot_status' })
  status!: (typeof LOT_STATUSES)[number];
  @Column({ type: 'enum', enum: LOT_SOURCES, enumName: 'lot_source' })
  source!: (typeof LOT_SOURCES)[number];
  @Column({ type: 'text', name: 'purchase_id', nullable: true })
  purchaseId!: string | null;
  @Column({ type: 'timestamptz', name: 'activates_at' })
  activatesAt!: Date;
  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
  /** The entry that opened it; the books fill it in. */
  @Column({ type: 'bigint', name: 'opened_by', transformer: bigintColumn })
  openedBy?: bigint;
}
