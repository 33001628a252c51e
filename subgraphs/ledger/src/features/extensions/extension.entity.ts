import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why, by whom and when lots were given more time. Never changed. */
@Entity('extension')
@Index('extension_booked', ['bookedXid'])
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
  /** The transaction that wrote it, filled in by the database: its place in the hash chain. */
  @Column({ type: 'bigint', name: 'booked_xid', insert: false, transformer: bigintColumn })
  bookedXid?: bigint;
}
