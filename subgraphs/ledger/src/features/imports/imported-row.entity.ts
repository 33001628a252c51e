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
}
