import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a sale, or its reservation, uses up of a limit now. */
@Entity('limit_use')
export class LimitUse {
  @PrimaryColumn({ type: 'text', name: 'purchase_id' })
  purchaseId!: string;
  @PrimaryColumn({ type: 'text' })
  key!: string;
  @Column({ type: 'bigint', transformer: bigintColumn })
  amount!: bigint;
  @Column({ type: 'smallint' })
  shard!: number;
  /** By the sale, before anything came back. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  taken!: bigint;
}
