import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event whose effect is committed. */
@Entity('inbox')
export class HandledEvent {
  @PrimaryColumn({ type: 'text' })
  consumer!: string;
  @PrimaryColumn({ type: 'uuid', name: 'event_id' })
  eventId!: string;
  @Column({ type: 'timestamptz', name: 'handled_at', default: () => 'now()' })
  handledAt!: Date;
}

/** A dead letter: an event given up after its last delivery, kept until somebody replays it. */
@Entity('abandoned_event')
export class AbandonedEvent {
  @PrimaryColumn({ type: 'text' })
  consumer!: string;
  @PrimaryColumn({ type: 'text', name: 'event_id' })
  eventId!: string;
  @Column({ type: 'text' })
  subject!: string;
  @Column({ type: 'text' })
  body!: string;
  @Column({ type: 'text' })
  reason!: string;
  @Column({ type: 'timestamptz', name: 'abandoned_at', default: () => 'now()' })
  abandonedAt!: Date;
  @Column({ type: 'timestamptz', name: 'replayed_at', nullable: true })
  replayedAt!: Date | null;
}
