import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { GrantRejection } from './grant.rules';

/** Points that many members were given at once, and the answer to whoever sends it again. Never changed. */
@Entity('point_grant')
@Index('point_grant_author', ['authorId', 'businessDay'])
export class PointGrantRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'bytea', name: 'content_hash' })
  contentHash!: Buffer;
  @Column({ type: 'text', name: 'campaign_id', nullable: true })
  campaignId!: string | null;
  @Column({ type: 'text' })
  note!: string;
  @Column({ type: 'integer', name: 'activation_days' })
  activationDays!: number;
  @Column({ type: 'integer', name: 'lifetime_days', nullable: true })
  lifetimeDays!: number | null;
  @Column({ type: 'text', name: 'legal_entity' })
  legalEntity!: string;
  @Column({ type: 'integer' })
  given!: number;
  @Column({ type: 'bigint', name: 'points_minor', transformer: bigintColumn })
  pointsMinor!: bigint;
  @Column({ type: 'jsonb' })
  rejected!: GrantRejection[];
  @Column({ type: 'text', name: 'author_id' })
  authorId!: string;
  @Column({ type: 'text', name: 'author_name' })
  authorName!: string;
  @Column({ type: 'date', name: 'business_day' })
  businessDay!: string;
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
