import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RfmCut } from './rfm.grids';

/** How a grid was cut from a moment on. Versions are added, never changed; without any, a grid is cut by its defaults. */
@Entity('rfm_version')
export class RfmVersion {
  @PrimaryColumn({ type: 'text', name: 'grid_id' })
  gridId!: string;
  @PrimaryColumn({ type: 'integer' })
  version!: number;
  @Column({ type: 'integer', name: 'window_days' })
  windowDays!: number;
  @Column({ type: 'jsonb' })
  cuts!: RfmCut[];
  /** By name. */
  @Column({ type: 'text', name: 'saved_by' })
  savedBy!: string;
  @Column({ type: 'timestamptz', name: 'saved_at' })
  savedAt!: Date;
}

/** Where the scores of a grid begin, made once a day, so that members can be judged alone. */
@Entity('rfm_bounds')
export class RfmKeptBounds {
  @PrimaryColumn({ type: 'text', name: 'grid_id' })
  gridId!: string;
  /** Of the settings that they were made by. */
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'date' })
  day!: string;
  @Column({ type: 'integer', name: 'window_days' })
  windowDays!: number;
  @Column({ type: 'jsonb' })
  bounds!: number[][];
  /** On the grid when they were made. */
  @Column({ type: 'integer' })
  members!: number;
}
