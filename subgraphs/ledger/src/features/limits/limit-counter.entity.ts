import type { LimitUnit } from '@adal/events';
import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that can be used up, or a shard of it: a coupon, a budget, a cap per member or day. */
@Entity('limit_counter')
@Index('limit_counter_news', ['key'], { where: 'exhausted <> told' })
@Index('limit_counter_lasting', ['sharePercent', 'key'], { where: 'shard = 0 and period_ends_at is null' })
@Index('limit_counter_period', ['periodEndsAt', 'sharePercent', 'key'], {
  where: 'shard = 0 and period_ends_at is not null',
})
@Index('limit_counter_exhausted', ['sharePercent', 'key'], { where: 'shard = 0 and exhausted' })
@Index('limit_counter_sharded', ['key'], { where: 'shard = 1' })
@Index('limit_counter_promotion', ['promotionId'], { where: 'promotion_id is not null' })
export class LimitCounter {
  @PrimaryColumn({ type: 'text' })
  key!: string;
  /** By sales and reservations. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  used!: bigint;
  /** Of the whole limit. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  max!: bigint;
  @PrimaryColumn({ type: 'smallint' })
  shard!: number;
  /** What this shard may be used; together at most `max`. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  quota!: bigint;
  /** Of the quote that `max` comes from; the highest wins. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  revision!: bigint;
  @Column({ type: 'text' })
  kind!: string;
  @Column({ type: 'text' })
  unit!: LimitUnit;
  /** What people call it: the promotion's name, the coupon's code. */
  @Column({ type: 'text' })
  label!: string;
  @Column({ type: 'text', name: 'promotion_id', nullable: true })
  promotionId!: string | null;
  /** The member, store, card or coupon it is counted for; null for all. */
  @Column({ type: 'text', nullable: true })
  subject!: string | null;
  @Column({ type: 'timestamptz', name: 'period_ends_at', nullable: true })
  periodEndsAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
  /** A sale has been refused, or nothing is left; kept on shard 0. */
  @Column({ type: 'boolean' })
  exhausted!: boolean;
  /** Whether that is what others have been told. */
  @Column({ type: 'boolean' })
  told!: boolean;
  /** Used of max in whole percent: what lists are in order of. Changes too rarely to cost tills anything. */
  @Column({
    type: 'smallint',
    name: 'share_percent',
    nullable: true,
    insert: false,
    update: false,
  })
  sharePercent!: number | null;
}
