import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../contacts';
import type { Purpose } from '../templates';

/** Where a message stands. SUPPRESSED: it was never to be sent (no consent). */
export type MessageStatus = 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'SUPPRESSED';

/** A message as written and as far as it came. The table is the queue and the log in one. */
@Entity('message')
export class Message {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  /** What it follows from, e.g. "receipt:<purchaseId>": one cause, one message. */
  @Column({ type: 'text', unique: true })
  cause!: string;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'text' })
  channel!: 'EMAIL';
  @Column({ type: 'text' })
  recipient!: string;
  @Column({ type: 'text' })
  template!: string;
  @Column({ type: 'text' })
  language!: Language;
  @Column({ type: 'text' })
  purpose!: Purpose;
  @Column({ type: 'text' })
  subject!: string;
  @Column({ type: 'text' })
  html!: string;
  @Column({ type: 'text' })
  status!: MessageStatus;
  /** Why it failed, was suppressed, or waits for another try. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;
  @Column({ type: 'integer' })
  attempts!: number;
  @Column({ type: 'text', name: 'correlation_id' })
  correlationId!: string;
  @Column({ type: 'timestamptz', name: 'queued_at' })
  queuedAt!: Date;
  /** While QUEUED: the next try. While SENDING: the end of the lease, when another sender may try. */
  @Column({ type: 'timestamptz', name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
