import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mechanic, PromotionStatus } from './promotion.rules';

/** A promotion as it stands. */
@Entity('promotion')
export class Promotion {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  /** Grows with every change. */
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  status!: PromotionStatus;
  @Column({ type: 'text' })
  mechanic!: Mechanic;
  @Column({ type: 'bigint', name: 'percent_off_milli', nullable: true, transformer: bigintColumn })
  percentOffMilli!: bigint | null;
  @Column({ type: 'bigint', name: 'points_multiplier_milli', nullable: true, transformer: bigintColumn })
  pointsMultiplierMilli!: bigint | null;
  @Column({ type: 'bigint', name: 'amount_off_minor', nullable: true, transformer: bigintColumn })
  amountOffMinor!: bigint | null;
  @Column({ type: 'bigint', name: 'basket_at_least_minor', nullable: true, transformer: bigintColumn })
  basketAtLeastMinor!: bigint | null;
  @Column({ type: 'text', array: true })
  categories!: string[];
  @Column({ type: 'text', array: true })
  brands!: string[];
  @Column({ type: 'text', array: true })
  skus!: string[];
  @Column({ type: 'timestamptz', name: 'starts_at', nullable: true })
  startsAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'ends_at', nullable: true })
  endsAt!: Date | null;
  /** ISO: 1 is Monday. */
  @Column({ type: 'integer', array: true })
  weekdays!: number[];
  /** `HH:MM` in store time. */
  @Column({ type: 'text', name: 'time_from', nullable: true })
  timeFrom!: string | null;
  @Column({ type: 'text', name: 'time_to', nullable: true })
  timeTo!: string | null;
  @Column({ type: 'text', name: 'store_ids', array: true })
  storeIds!: string[];
  @Column({ type: 'boolean', name: 'members_only' })
  membersOnly!: boolean;
  @Column({ type: 'text', nullable: true })
  gender!: 'FEMALE' | 'MALE' | null;
  @Column({ type: 'integer', name: 'age_from', nullable: true })
  ageFrom!: number | null;
  @Column({ type: 'integer', name: 'age_to', nullable: true })
  ageTo!: number | null;
  @Column({ type: 'text', array: true })
  cities!: string[];
  @Column({ type: 'integer', name: 'birthday_within_days', nullable: true })
  birthdayWithinDays!: number | null;
  /** Higher goes first. */
  @Column({ type: 'integer' })
  priority!: number;
  @Column({ type: 'text', name: 'exclusive_group', nullable: true })
  exclusiveGroup!: string | null;
  @Column({ type: 'text', name: 'receipt_text', nullable: true })
  receiptText!: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
  /** Discount it may give altogether. */
  @Column({ type: 'bigint', name: 'money_budget_minor', nullable: true, transformer: bigintColumn })
  moneyBudgetMinor!: bigint | null;
  /** Points it may add altogether. */
  @Column({ type: 'bigint', name: 'points_budget_minor', nullable: true, transformer: bigintColumn })
  pointsBudgetMinor!: bigint | null;
  /** Sales it may be part of altogether. */
  @Column({ type: 'integer', name: 'uses_budget', nullable: true })
  usesBudget!: number | null;
  @Column({ type: 'integer', name: 'uses_per_member', nullable: true })
  usesPerMember!: number | null;
  /** On one day of the store. */
  @Column({ type: 'integer', name: 'uses_per_member_day', nullable: true })
  usesPerMemberDay!: number | null;
  @Column({ type: 'integer', name: 'uses_per_store_day', nullable: true })
  usesPerStoreDay!: number | null;
  @Column({ type: 'integer', name: 'uses_per_card', nullable: true })
  usesPerCard!: number | null;
}
