import { Column, Entity, PrimaryColumn } from 'typeorm';
import { limitsColumn, type PromotionLimits } from '../limits';
import type { PromotionStatus } from './promotion.rules';

/** A promotion as it stands: its latest version, and where it is in its life. */
@Entity('promotion')
export class Promotion {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  /** Counts changes of what it does; each is kept as a `PromotionVersion`. */
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  status!: PromotionStatus;
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
  /** As the engine's `printDefinition` writes it. */
  @Column({ type: 'jsonb' })
  definition!: unknown;
  @Column({ type: 'jsonb', transformer: limitsColumn })
  limits!: PromotionLimits;
  /** From the definition's schedule, to be found by. */
  @Column({ type: 'timestamptz', name: 'starts_at', nullable: true })
  startsAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'ends_at', nullable: true })
  endsAt!: Date | null;
  /** Template of the gallery that it began as. */
  @Column({ type: 'text', name: 'template_key', nullable: true })
  templateKey!: string | null;
  /** The promotion that it began as a copy of. */
  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;
  /** Counts every change, of its status too. */
  @Column({ type: 'integer' })
  revision!: number;
  /** Why nobody is held out to measure it. */
  @Column({ type: 'text', name: 'no_control_reason', nullable: true })
  noControlReason!: string | null;
  /** When it was put away; null: lists show it. */
  @Column({ type: 'timestamptz', name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}
