import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that can be used up, in its own unit: a coupon, a budget, a cap per member or day. */
@Entity('limit_counter')
export class LimitCounter {
  @PrimaryColumn({ type: 'text' })
  key!: string;
  @Column({ type: 'bigint', transformer: bigintColumn })
  used!: bigint;
  @Column({ type: 'bigint', transformer: bigintColumn })
  max!: bigint;
}
