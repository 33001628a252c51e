import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a product was, until when. Written by a trigger. */
@Entity('product_past')
export class ProductPast {
  @PrimaryColumn({ type: 'text' })
  sku!: string;
  @PrimaryColumn({ type: 'integer' })
  revision!: number;
  @Column({ type: 'timestamptz', name: 'valid_until' })
  validUntil!: Date;
  /** The row as it was, by column. */
  @Column({ type: 'jsonb' })
  content!: object;
}
