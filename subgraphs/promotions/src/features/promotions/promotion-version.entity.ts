import { Column, Entity, PrimaryColumn } from 'typeorm';
import { limitsColumn, type PromotionLimits } from '../limits';

/** What a promotion was at one version. Never changes once it is written: receipts point to it. */
@Entity('promotion_version')
export class PromotionVersion {
  @PrimaryColumn({ type: 'uuid', name: 'promotion_id' })
  promotionId!: string;
  @PrimaryColumn({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'jsonb' })
  definition!: unknown;
  @Column({ type: 'jsonb', transformer: limitsColumn })
  limits!: PromotionLimits;
  @Column({ type: 'text', name: 'no_control_reason', nullable: true })
  noControlReason!: string | null;
  @Column({ type: 'text', name: 'author_id' })
  authorId!: string;
  @Column({ type: 'text', name: 'author_name' })
  authorName!: string;
  @Column({ type: 'timestamptz' })
  at!: Date;
  /** Why, in the author's words. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
