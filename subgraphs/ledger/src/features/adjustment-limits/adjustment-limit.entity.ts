import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many points staff of a role may adjust, as an administrator has set it. */
@Entity('adjustment_limit')
export class AdjustmentLimitRow {
  @PrimaryColumn({ type: 'text' })
  role!: string;
  @Column({ type: 'bigint', name: 'per_adjustment_minor', transformer: bigintColumn })
  perAdjustmentMinor!: bigint;
  /** Of one person, by day in the programme's time zone. */
  @Column({ type: 'bigint', name: 'per_day_minor', transformer: bigintColumn })
  perDayMinor!: bigint;
  /** More than this waits for a second pair of eyes. */
  @Column({ type: 'bigint', name: 'approval_above_minor', transformer: bigintColumn })
  approvalAboveMinor!: bigint;
  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
  @Column({ type: 'text', name: 'changed_by_id' })
  changedById!: string;
  @Column({ type: 'text', name: 'changed_by_name' })
  changedByName!: string;
}
