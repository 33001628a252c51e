import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What communications must know of a store: its name, to say where something happened. */
@Entity('store')
export class Store {
  /** The chain's own id. */
  @PrimaryColumn({ type: 'text', name: 'store_id' })
  storeId!: string;
  /** Of the store as we know it; an older snapshot that comes late changes nothing. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  revision!: bigint;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  city!: string;
}
