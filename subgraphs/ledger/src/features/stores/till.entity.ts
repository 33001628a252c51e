import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A till that has booked something. */
@Entity('till')
export class TillRow {
  @PrimaryColumn({ type: 'text', name: 'store_id' })
  storeId!: string;
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'timestamptz', name: 'first_seen_at' })
  firstSeenAt!: Date;
}
