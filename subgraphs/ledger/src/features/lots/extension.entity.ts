import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why, by whom and when lots were given more time. Never changed. */
@Entity('extension')
export class Extension {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'bytea', name: 'content_hash' })
  contentHash!: Buffer;
  @Column({ type: 'text' })
  reason!: string;
  /** Kind and id. */
  @Column({ type: 'text' })
  actor!: string;
  @Column({ type: 'timestamptz', name: 'extended_at' })
  extendedAt!: Date;
}
