import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member's wallet: running balances, and the row that a member's writes queue on. */
@Entity('account')
export class Account {
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'bigint', name: 'available_minor', default: 0, transformer: bigintColumn })
  availableMinor!: bigint;
  @Column({ type: 'bigint', name: 'pending_minor', default: 0, transformer: bigintColumn })
  pendingMinor!: bigint;
  @Column({ type: 'bigint', name: 'held_minor', default: 0, transformer: bigintColumn })
  heldMinor!: bigint;
  /** How many entries it has. */
  @Column({ type: 'bigint', default: 0, transformer: bigintColumn })
  version!: bigint;
  /** The sum of the wallet's debts. */
  @Column({ type: 'bigint', name: 'owed_minor', default: 0, transformer: bigintColumn })
  owedMinor!: bigint;
}
