import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AdjustmentStepKind } from '../../generated/graphql';

/** Who did what with an adjustment, when and why. Never changed. */
@Entity('adjustment_step')
@Index('adjustment_step_entry', ['entrySeq'], { where: 'entry_seq is not null' })
export class AdjustmentStepRow {
  @PrimaryColumn({ type: 'text', name: 'adjustment_id' })
  adjustmentId!: string;
  @PrimaryColumn({ type: 'smallint' })
  n!: number;
  @Column({ type: 'text' })
  kind!: AdjustmentStepKind;
  @Column({ type: 'text', name: 'actor_id' })
  actorId!: string;
  @Column({ type: 'text', name: 'actor_name' })
  actorName!: string;
  @Column({ type: 'timestamptz' })
  at!: Date;
  @Column({ type: 'text', nullable: true })
  note!: string | null;
  /** The entry it booked; null when it moved nothing. */
  @Column({ type: 'bigint', name: 'entry_seq', nullable: true, transformer: bigintColumn })
  entrySeq!: bigint | null;
  /** What the wallet gained by it. */
  @Column({ type: 'bigint', name: 'moved_minor', transformer: bigintColumn })
  movedMinor!: bigint;
  /** Given points that had expired before they could be taken back. */
  @Column({ type: 'bigint', name: 'lapsed_minor', transformer: bigintColumn })
  lapsedMinor!: bigint;
}
