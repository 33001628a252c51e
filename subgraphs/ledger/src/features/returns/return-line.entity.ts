import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The part of a sale's line that came back, in positive figures. */
@Entity('return_line')
@Index('return_line_purchase', ['purchaseId', 'lineNo'])
export class ReturnLineRow {
  @PrimaryColumn({ type: 'text', name: 'return_id' })
  returnId!: string;
  @PrimaryColumn({ type: 'integer', name: 'line_no' })
  lineNo!: number;
  @Column({ type: 'text', name: 'purchase_id' })
  purchaseId!: string;
  @Column({ type: 'bigint', name: 'quantity_milli', transformer: bigintColumn })
  quantityMilli!: bigint;
  @Column({ type: 'bigint', name: 'total_minor', transformer: bigintColumn })
  totalMinor!: bigint;
  @Column({ type: 'bigint', name: 'discount_minor', transformer: bigintColumn })
  discountMinor!: bigint;
  @Column({ type: 'bigint', name: 'amount_minor', transformer: bigintColumn })
  amountMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_spent_minor', transformer: bigintColumn })
  pointsSpentMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_earned_minor', transformer: bigintColumn })
  pointsEarnedMinor!: bigint;
}
