import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event on its way out, written in the transaction of the fact it tells. */
@Entity('outbox')
export class OutboxEvent {
  @PrimaryColumn({ type: 'bigint', generated: 'increment' })
  seq!: string;
  @Column({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  subject!: string;
  @Column({ type: 'text' })
  envelope!: string;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt!: Date | null;
}
