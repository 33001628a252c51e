import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who undid a run, when and why. */
@Entity('undone_import')
export class UndoneRun {
  @PrimaryColumn({ type: 'text', name: 'import_id' })
  runId!: string;
  @Column({ type: 'text' })
  note!: string;
  @Column({ type: 'text', name: 'actor_id' })
  actorId!: string;
  @Column({ type: 'text', name: 'actor_name' })
  actorName!: string;
  @Column({ type: 'timestamptz', name: 'begun_at' })
  begunAt!: Date;
}
