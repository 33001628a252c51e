import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rebuild that was asked for. It is done when every stream is taken in up to its target. */
@Entity('rebuild')
export class Rebuild {
  /** Made by the client. */
  @PrimaryColumn({ type: 'text' })
  id!: string;
  /** Stream → its last sequence when the rebuild was asked for. */
  @Column({ type: 'jsonb' })
  targets!: Record<string, number>;
  @Column({ type: 'text', name: 'asked_by' })
  askedBy!: string;
  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt!: Date;
  /** When the store was set aside; null until then, so that a crash in between is made good at the next start. */
  @Column({ type: 'timestamptz', name: 'emptied_at', nullable: true })
  emptiedAt!: Date | null;
}
