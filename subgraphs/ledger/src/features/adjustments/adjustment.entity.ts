import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AdjustmentReason, AdjustmentStatus } from '../../generated/graphql';

/** Points that staff give or take by hand, proposed or booked. What became of it is in its steps. */
@Entity('adjustment')
@Index('adjustment_time', ['createdAt', 'id'])
@Index('adjustment_member', ['memberId', 'createdAt', 'id'])
@Index('adjustment_author', ['authorId', 'businessDay'])
@Index('adjustment_waiting', ['lapsesAt'], { where: "status = 'PROPOSED'" })
export class AdjustmentRow {
  /** Made by the client. */
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'bytea', name: 'content_hash' })
  contentHash!: Buffer;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  /** Positive gives, negative takes. */
  @Column({ type: 'bigint', name: 'amount_minor', transformer: bigintColumn })
  amountMinor!: bigint;
  @Column({ type: 'text' })
  reason!: AdjustmentReason;
  @Column({ type: 'text', nullable: true })
  note!: string | null;
  /** Who owes what is given; null for what is taken. */
  @Column({ type: 'text', name: 'legal_entity', nullable: true })
  legalEntity!: string | null;
  @Column({ type: 'integer', name: 'activation_days' })
  activationDays!: number;
  @Column({ type: 'integer', name: 'lifetime_days', nullable: true })
  lifetimeDays!: number | null;
  @Column({ type: 'text' })
  status!: AdjustmentStatus;
  @Column({ type: 'text', name: 'author_id' })
  authorId!: string;
  @Column({ type: 'text', name: 'author_name' })
  authorName!: string;
  /** The author's day, in the programme's time zone. */
  @Column({ type: 'date', name: 'business_day' })
  businessDay!: string;
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
  /** A proposal that nobody has decided by then is over. */
  @Column({ type: 'timestamptz', name: 'lapses_at' })
  lapsesAt!: Date;
}
