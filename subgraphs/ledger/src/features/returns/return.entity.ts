import type { QuotedPromotion } from '@adal/events';
import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A return of a sale. */
@Entity('purchase_return')
@Index('purchase_return_booked', ['bookedXid'])
@Index('purchase_return_purchase', ['purchaseId'])
export class ReturnRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'bytea', name: 'content_hash' })
  contentHash!: Buffer;
  @Column({ type: 'text', name: 'purchase_id' })
  purchaseId!: string;
  @Column({ type: 'text', name: 'store_id' })
  storeId!: string;
  @Column({ type: 'text', name: 'till_id', nullable: true })
  tillId!: string | null;
  @Column({ type: 'timestamptz', name: 'occurred_at' })
  occurredAt!: Date;
  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt!: Date;
  @Column({ type: 'date', name: 'business_day' })
  businessDay!: string;
  @Column({ type: 'smallint', name: 'business_hour' })
  businessHour!: number;
  @Column({ type: 'text', name: 'legal_entity' })
  legalEntity!: string;
  @Column({ type: 'bigint', name: 'refund_minor', transformer: bigintColumn })
  refundMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_given_back_minor', transformer: bigintColumn })
  pointsGivenBackMinor!: bigint;
  /** Earned points of what came back = withdrawn + lapsed (already expired) + shortfall (spent, owed since) + withheld. */
  @Column({ type: 'bigint', name: 'points_withdrawn_minor', transformer: bigintColumn })
  pointsWithdrawnMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_lapsed_minor', transformer: bigintColumn })
  pointsLapsedMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_shortfall_minor', transformer: bigintColumn })
  pointsShortfallMinor!: bigint;
  @Column({ type: 'text', name: 'import_id', nullable: true })
  importId!: string | null;
  /** Kept back from the refund for earned points that were spent already; the refund is less by this. */
  @Column({ type: 'bigint', name: 'withheld_minor', default: 0, transformer: bigintColumn })
  withheldMinor!: bigint;
  /** The transaction that wrote it, filled in by the database: its place in the hash chain. */
  @Column({ type: 'bigint', name: 'booked_xid', insert: false, transformer: bigintColumn })
  bookedXid?: bigint;
  /** The sale's promotions, with the points of theirs that go back as negative figures; null when the sale had none. */
  @Column({ type: 'jsonb', nullable: true })
  promotions!: readonly QuotedPromotion[] | null;
}
