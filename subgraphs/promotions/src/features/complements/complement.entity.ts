import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Goods, and what belongs to them: shoes and what cares for shoes. */
@Entity('complement')
export class Complement {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  name!: string;
  /** Goods as JSON of the engine. */
  @Column({ type: 'jsonb' })
  goods!: unknown;
  @Column({ type: 'jsonb' })
  accessory!: unknown;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}
