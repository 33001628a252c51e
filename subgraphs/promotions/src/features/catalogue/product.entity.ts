import type { Attributes } from '@adal/engine';
import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ProductStatus = 'ACTIVE' | 'DISCONTINUED';

/** A product of the chain's catalogue. */
@Entity('product')
export class Product {
  @PrimaryColumn({ type: 'text' })
  sku!: string;
  /** Grows with every change, by a trigger that keeps what was before. */
  @Column({ type: 'integer', default: 1 })
  revision!: number;
  @Column({ type: 'text' })
  name!: string;
  /** `A > B > C`; empty when the chain did not say. */
  @Column({ type: 'text', name: 'category_path' })
  categoryPath!: string;
  @Column({ type: 'text', nullable: true })
  brand!: string | null;
  @Column({ type: 'bigint', name: 'price_minor', nullable: true, transformer: bigintColumn })
  priceMinor!: bigint | null;
  @Column({ type: 'bigint', name: 'cost_minor', nullable: true, transformer: bigintColumn })
  costMinor!: bigint | null;
  @Column({ type: 'integer', name: 'vat_basis_points', nullable: true })
  vatBasisPoints!: number | null;
  @Column({ type: 'text', name: 'substitutes_group', nullable: true })
  substitutesGroup!: string | null;
  /** Of the declared types. */
  @Column({ type: 'jsonb', default: {} })
  attributes!: Attributes;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
  @Column({ type: 'text', nullable: true })
  barcode!: string | null;
  @Column({ type: 'bigint', name: 'min_price_minor', nullable: true, transformer: bigintColumn })
  minPriceMinor!: bigint | null;
  @Column({ type: 'boolean', name: 'not_discountable', default: false })
  notDiscountable!: boolean;
  @Column({ type: 'text', nullable: true })
  season!: string | null;
  @Column({ type: 'text', default: 'ACTIVE' })
  status!: ProductStatus;
  /** What files said of attributes that nobody has declared, as text. */
  @Column({ type: 'jsonb', default: {} })
  undeclared!: Record<string, string>;
  /** What it is searched by; Postgres makes it. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  words!: string;
}

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

/** A word of some product's name or brand, with its trigrams. */
@Entity('product_word')
export class ProductWord {
  @PrimaryColumn({ type: 'text' })
  word!: string;
  @Column({ type: 'text', array: true })
  grams!: string[];
}
