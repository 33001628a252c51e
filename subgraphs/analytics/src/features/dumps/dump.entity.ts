import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The views of BI written as files, once. */
@Entity('dump')
export class DumpRow {
  /** Made by the client; nightly-YYYY-MM-DD for that of a night. */
  @PrimaryColumn({ type: 'text' })
  id!: string;
  /** By name; null for that of a night. */
  @Column({ type: 'text', name: 'asked_by', nullable: true })
  askedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt!: Date;
  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
  @Column({ type: 'integer', default: 0 })
  files!: number;
  @Column({ type: 'bigint', default: 0 })
  rows!: string;
  /** Of the last try. */
  @Column({ type: 'text', nullable: true })
  fault!: string | null;
}

/** What the file of a view and month was written of. */
@Entity('dump_file')
export class DumpFileRow {
  @PrimaryColumn({ type: 'text' })
  view!: string;
  /** YYYY-MM; '' for a snapshot. */
  @PrimaryColumn({ type: 'text' })
  month!: string;
  @Column({ type: 'bigint' })
  rows!: string;
  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt!: Date;
  /** A sum over whose facts they are, in which everybody counts; '' of a snapshot. */
  @Column({ type: 'text', default: '' })
  owners!: string;
}
