import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Points of a lot that were spent, and owed since the purchase that earned them came back. */
@Entity('debt')
@Index('debt_member', ['memberId'])
export class Debt {
  @PrimaryColumn({ type: 'uuid', name: 'lot_id' })
  lotId!: string;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'bigint', name: 'owed_minor', transformer: bigintColumn })
  owedMinor!: bigint;
}
