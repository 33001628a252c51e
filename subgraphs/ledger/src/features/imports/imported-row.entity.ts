import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A landed row of a file whose rows have no id of their own. */
@Entity('imported_row')
export class ImportedRow {
  @PrimaryColumn({ type: 'text', name: 'import_id' })
  importId!: string;
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
}
