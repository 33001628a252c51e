import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of a run: it has no id of its own and is found again by where it stood. */
@Entity('imported_row')
@Index('imported_row_lot', ['lotId'], { unique: true, where: 'lot_id is not null' })
@Index('imported_row_undone', ['undoneSeq'], { unique: true, where: 'undone_seq is not null' })
export class RunRow {
  @PrimaryColumn({ type: 'text', name: 'import_id' })
  runId!: string;
  @PrimaryColumn({ type: 'integer' })
  line!: number;
  @Column({ type: 'bytea', name: 'content_hash' })
  contentHash!: Buffer;
  /** The lot it became. */
  @Column({ type: 'uuid', name: 'lot_id', nullable: true })
  lotId!: string | null;
  /** Undone: what was taken back. Null while the row stands. */
  @Column({ type: 'bigint', name: 'taken_minor', nullable: true, transformer: bigintColumn })
  takenMinor!: bigint | null;
  /** Undone: what had expired before. */
  @Column({ type: 'bigint', name: 'lapsed_minor', nullable: true, transformer: bigintColumn })
  lapsedMinor!: bigint | null;
  /** Undone: what was spent and could not be taken back. */
  @Column({ type: 'bigint', name: 'short_minor', nullable: true, transformer: bigintColumn })
  shortMinor!: bigint | null;
  /** Undone: the entry that took it back; null when nothing was left to take. */
  @Column({ type: 'bigint', name: 'undone_seq', nullable: true, transformer: bigintColumn })
  undoneSeq!: bigint | null;
}
