import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the ledger said last of a limit. */
@Entity('limit_state')
@Index('limit_state_over', ['periodEndsAt'], { where: 'period_ends_at is not null' })
export class LimitStateRow {
  @PrimaryColumn({ type: 'text' })
  key!: string;
  @Column({ type: 'boolean' })
  exhausted!: boolean;
  /** Of the limit at that time: a raised one is tried again. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  max!: bigint;
  @Column({ type: 'timestamptz', name: 'as_of' })
  asOf!: Date;
  @Column({ type: 'timestamptz', name: 'period_ends_at', nullable: true })
  periodEndsAt!: Date | null;
}
