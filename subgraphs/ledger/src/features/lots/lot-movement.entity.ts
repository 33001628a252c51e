import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type MovementReason = 'OPEN' | 'ACTIVATE' | 'SPEND' | 'EXPIRE' | 'HOLD' | 'RELEASE' | 'GIVE_BACK' | 'WITHDRAW';

/** What an entry did to a lot. Never changed; a lot's figures are sums over its movements. */
@Entity('lot_movement')
@Index('lot_movement_lot', ['lotId'])
export class LotMovement {
  @PrimaryColumn({ type: 'bigint', name: 'entry_seq', transformer: bigintColumn })
  entrySeq!: bigint;
  @PrimaryColumn({ type: 'uuid', name: 'lot_id' })
  lotId!: string;
  @PrimaryColumn({ type: 'text' })
  reason!: MovementReason;
  @Column({ type: 'bigint', name: 'left_delta_minor', transformer: bigintColumn })
  leftDeltaMinor!: bigint;
  @Column({ type: 'bigint', name: 'held_delta_minor', transformer: bigintColumn })
  heldDeltaMinor!: bigint;
}
