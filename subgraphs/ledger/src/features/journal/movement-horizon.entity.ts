import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far daily movements have got: one row. */
@Entity('movement_horizon')
export class MovementHorizon {
  /** The last transaction that is in them. */
  @Column({ type: 'bigint', name: 'upto_xid', transformer: bigintColumn })
  uptoXid!: bigint;
  /** Whose days they are. */
  @PrimaryColumn({ type: 'text', name: 'time_zone' })
  timeZone!: string;
}
