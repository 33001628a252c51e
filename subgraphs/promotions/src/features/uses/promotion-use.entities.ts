import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A promotion's part in a sale, as far as the sale did not come back; or that its member was held out of it. */
@Entity('promotion_use')
@Index('promotion_use_of_group', ['promotionId', 'heldOut', 'day', 'receiptId'])
@Index('promotion_use_of_member', ['promotionId', 'memberId'], { where: 'member_id is not null' })
export class PromotionUse {
  @PrimaryColumn({ type: 'text', name: 'receipt_id' })
  receiptId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'promotion_id' })
  promotionId!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'boolean', name: 'held_out' })
  heldOut!: boolean;
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
  /** Of the sale, in its store. */
  @Column({ type: 'date' })
  day!: string;
  @Column({ type: 'bigint', name: 'discount_minor', transformer: bigintColumn })
  discountMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_minor', transformer: bigintColumn })
  pointsMinor!: bigint;
  /** Paid in money for the whole receipt. */
  @Column({ type: 'bigint', name: 'revenue_minor', transformer: bigintColumn })
  revenueMinor!: bigint;
}

/** Sums of a promotion's uses; `slice` is `all`, `version <n>`, `day <date>`, or `control` of those who were held out. */
@Entity('promotion_figures')
export class PromotionFigures {
  @PrimaryColumn({ type: 'uuid', name: 'promotion_id' })
  promotionId!: string;
  @PrimaryColumn({ type: 'text' })
  slice!: string;
  @Column({ type: 'integer', default: 0 })
  uses!: number;
  /** Different ones. */
  @Column({ type: 'integer', default: 0 })
  members!: number;
  @Column({ type: 'bigint', name: 'discount_minor', default: 0, transformer: bigintColumn })
  discountMinor!: bigint;
  @Column({ type: 'bigint', name: 'points_minor', default: 0, transformer: bigintColumn })
  pointsMinor!: bigint;
  @Column({ type: 'bigint', name: 'revenue_minor', default: 0, transformer: bigintColumn })
  revenueMinor!: bigint;
}
