import { bigintColumn } from '@adal/money';
import { SHORTFALL_POLICIES, type ShortfallPolicy } from '@adal/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The settings: one row. */
@Entity('programme')
export class Programme {
  @PrimaryColumn({ type: 'integer' })
  id!: number;
  /** Grows with every change. */
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'integer', name: 'earn_basis_points' })
  earnBasisPoints!: number;
  @Column({ type: 'integer', name: 'payable_basis_points' })
  payableBasisPoints!: number;
  @Column({ type: 'bigint', name: 'rounding_step_minor', transformer: bigintColumn })
  roundingStepMinor!: bigint;
  @Column({ type: 'text', name: 'rounding_mode' })
  roundingMode!: 'DOWN' | 'HALF_UP';
  @Column({ type: 'integer', name: 'activation_days' })
  activationDays!: number;
  @Column({ type: 'integer', name: 'lifetime_days', nullable: true })
  lifetimeDays!: number | null;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
  /** What a return does about earned points that were spent already; travels with each quote. */
  @Column({
    type: 'enum',
    enum: SHORTFALL_POLICIES,
    enumName: 'shortfall_policy',
    name: 'shortfall_policy',
    default: 'RECOVER',
  })
  shortfallPolicy!: ShortfallPolicy;
  /** Members who get no promotion at all, in hundredths of a percent. */
  @Column({ type: 'integer', name: 'holdout_basis_points' })
  holdoutBasisPoints!: number;
  /** Made once, so that the same members stay in it. */
  @Column({ type: 'text', name: 'holdout_salt' })
  holdoutSalt!: string;
  /** Publishing a promotion of a larger budget, or of none, needs a second person; both null: never. */
  @Column({ type: 'bigint', name: 'approval_money_minor', nullable: true, transformer: bigintColumn })
  approvalMoneyMinor!: bigint | null;
  @Column({ type: 'bigint', name: 'approval_points_minor', nullable: true, transformer: bigintColumn })
  approvalPointsMinor!: bigint | null;
}
