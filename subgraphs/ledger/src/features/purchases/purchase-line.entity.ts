import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A discount as it was booked. */
export interface BookedDiscount {
  readonly promotionId: string;
  readonly amountMinor: number;
  readonly reason: string;
}

/** A line of a receipt; on a RETURN receipt quantities and sums are negative. */
@Entity('purchase_line')
export class PurchaseLineRow {
  @PrimaryColumn({ type: 'text', name: 'purchase_id' })
  purchaseId!: string;
  @PrimaryColumn({ type: 'integer', name: 'line_no' })
  lineNo!: number;
  @Column({ type: 'text' })
  sku!: string;
  @Column({ type: 'text', nullable: true })
  name!: string | null;
  @Column({ type: 'text', name: 'category_path', nullable: true })
  categoryPath!: string | null;
  @Column({ type: 'text', nullable: true })
  brand!: string | null;
  @Column({ type: 'bigint', name: 'quantity_milli', transformer: bigintColumn })
  quantityMilli!: bigint;
  @Column({ type: 'bigint', name: 'price_minor', transformer: bigintColumn })
  priceMinor!: bigint;
  /** Shelf price of the line: total = discount + points spent + amount. */
  @Column({ type: 'bigint', name: 'total_minor', transformer: bigintColumn })
  totalMinor!: bigint;
  @Column({ type: 'bigint', name: 'discount_minor', transformer: bigintColumn })
  discountMinor!: bigint;
  /** Paid in money. */
  @Column({ type: 'bigint', name: 'amount_minor', transformer: bigintColumn })
  amountMinor!: bigint;
  /** Of one unit. */
  @Column({ type: 'bigint', name: 'cost_minor', nullable: true, transformer: bigintColumn })
  costMinor!: bigint | null;
  @Column({ type: 'bigint', name: 'points_spent_minor', transformer: bigintColumn })
  pointsSpentMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_earned_minor', transformer: bigintColumn })
  pointsEarnedMinor!: bigint;
  /** Null when there is none: most lines have none. */
  @Column({ type: 'jsonb', nullable: true })
  discounts!: readonly BookedDiscount[] | null;
  /** Promotions that touched price or points; null when none did. */
  @Column({ type: 'text', array: true, name: 'promotion_ids', nullable: true })
  promotionIds!: readonly string[] | null;
}
