import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ProductSetKind = 'RULE' | 'LIST';

/** Goods under one name. */
@Entity('product_set')
export class ProductSet {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  kind!: ProductSetKind;
  /** The rule, as JSON of the engine; null for a list. */
  @Column({ type: 'jsonb', nullable: true })
  goods!: unknown;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}

/** A product is in a set: by the rule, kept up with every change of the product, or by the list. */
@Entity('product_set_member')
export class ProductSetMember {
  @PrimaryColumn({ type: 'text', name: 'set_id' })
  setId!: string;
  @PrimaryColumn({ type: 'text' })
  sku!: string;
}
