import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When an import last booked points of the past: until it rests, the jobs turn no lots over. */
@Entity('import_pulse')
export class ImportPulse {
  @PrimaryColumn({ type: 'text' })
  kind!: 'RECEIPTS' | 'BALANCES';
  @Column({ type: 'timestamptz', name: 'beat_at' })
  beatAt!: Date;
}
