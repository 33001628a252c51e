import { bigintColumn } from '@adal/money';
import {
  SHORTFALL_POLICIES,
  type BookedReceipt,
  type IssuedCoupon,
  type QuotedPromotion,
  type ShortfallPolicy,
} from '@adal/events';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type SaleChannel = NonNullable<BookedReceipt['channel']>;

/** A receipt: a sale, or an imported return that names no original. */
@Entity('purchase')
@Index('purchase_booked', ['bookedXid'])
@Index('purchase_time', ['occurredAt', 'id'])
@Index('purchase_store', ['storeId', 'occurredAt', 'id', 'tillId'])
@Index('purchase_member', ['memberId', 'occurredAt', 'id'], { where: 'member_id is not null' })
@Index('purchase_number', ['receiptNumber'], { where: 'receipt_number is not null' })
@Index('purchase_amount', ['payableMinor', 'occurredAt'])
@Index('purchase_unlinked_return', ['occurredAt', 'id'], { where: "kind = 'RETURN'" })
export class PurchaseRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'bytea', name: 'content_hash' })
  contentHash!: Buffer;
  @Column({ type: 'enum', enum: ['SALE', 'RETURN'], enumName: 'receipt_kind' })
  kind!: 'SALE' | 'RETURN';
  @Column({ type: 'text', name: 'receipt_number', nullable: true })
  receiptNumber!: string | null;
  @Column({ type: 'text', name: 'store_id' })
  storeId!: string;
  @Column({ type: 'text', name: 'till_id', nullable: true })
  tillId!: string | null;
  @Column({ type: 'text', name: 'cashier_id', nullable: true })
  cashierId!: string | null;
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
  @Column({ type: 'timestamptz', name: 'occurred_at' })
  occurredAt!: Date;
  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt!: Date;
  /** In the store's time zone. */
  @Column({ type: 'date', name: 'business_day' })
  businessDay!: string;
  @Column({ type: 'smallint', name: 'business_hour' })
  businessHour!: number;
  @Column({ type: 'text', name: 'legal_entity' })
  legalEntity!: string;
  @Column({ type: 'bigint', name: 'total_minor', transformer: bigintColumn })
  totalMinor!: bigint;
  @Column({ type: 'bigint', name: 'discount_minor', transformer: bigintColumn })
  discountMinor!: bigint;
  @Column({ type: 'bigint', name: 'payable_minor', transformer: bigintColumn })
  payableMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_spent_minor', transformer: bigintColumn })
  pointsSpentMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_earned_minor', transformer: bigintColumn })
  pointsEarnedMinor!: bigint;
  /** False for imported history whose points columns were only recorded. */
  @Column({ type: 'boolean', name: 'points_booked' })
  pointsBooked!: boolean;
  @Column({ type: 'timestamptz', name: 'points_activate_at', nullable: true })
  pointsActivateAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'points_expire_at', nullable: true })
  pointsExpireAt!: Date | null;
  /** The run that imported it; null for a till's own. */
  @Column({ type: 'text', name: 'import_id', nullable: true })
  importId!: string | null;
  /** What a return does about earned points that were spent already. */
  @Column({
    type: 'enum',
    enum: SHORTFALL_POLICIES,
    enumName: 'shortfall_policy',
    name: 'shortfall_policy',
    default: 'RECOVER',
  })
  shortfallPolicy!: ShortfallPolicy;
  /** The transaction that wrote it, filled in by the database: its place in the hash chain. */
  @Column({ type: 'bigint', name: 'booked_xid', insert: false, transformer: bigintColumn })
  bookedXid?: bigint;
  @Column({ type: 'jsonb', name: 'coupons_issued', nullable: true })
  couponsIssued!: IssuedCoupon[] | null;
  /** Promotions that priced it, by version, and those that the member is held out of; null when there are none. */
  @Column({ type: 'jsonb', nullable: true })
  promotions!: readonly QuotedPromotion[] | null;
  /** Where it was sold; null when nobody said. */
  @Column({ type: 'text', nullable: true })
  channel!: SaleChannel | null;
}
