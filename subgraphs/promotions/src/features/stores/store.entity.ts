import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What promotions know of a store: a copy of the ledger's, fed by its events. */
@Entity('store')
export class Store {
  /** The chain's own id. */
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'bigint' })
  revision!: string;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text', name: 'time_zone' })
  timeZone!: string;
  @Column({ type: 'text', nullable: true })
  city!: string | null;
  @Column({ type: 'text', nullable: true })
  banner!: string | null;
  @Column({ type: 'text', nullable: true })
  brand!: string | null;
  @Column({ type: 'text', nullable: true })
  format!: string | null;
}
