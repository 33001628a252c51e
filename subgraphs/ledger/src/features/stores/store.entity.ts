import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A store of the chain, under the chain's own id. */
@Entity('store')
export class StoreRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({
    type: 'bigint',
    default: 1,
    transformer: { to: (value: number) => value, from: (value: string) => Number(value) },
  })
  revision!: number;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  city!: string;
  @Column({ type: 'text', nullable: true })
  brand!: string | null;
  @Column({ type: 'text', nullable: true })
  banner!: string | null;
  @Column({ type: 'text', nullable: true })
  format!: string | null;
  @Column({ type: 'text', name: 'legal_entity' })
  legalEntity!: string;
  @Column({ type: 'date', name: 'opened_on', nullable: true })
  openedOn!: string | null;
  @Column({ type: 'date', name: 'closed_on', nullable: true })
  closedOn!: string | null;
  @Column({ type: 'text', name: 'time_zone' })
  timeZone!: string;
  @Column({ type: 'double precision', nullable: true })
  latitude!: number | null;
  @Column({ type: 'double precision', nullable: true })
  longitude!: number | null;
}
