import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A product of the chain's catalogue. */
@Entity('product')
export class Product {
  @PrimaryColumn({ type: 'text' })
  sku!: string;
  /** Grows with every change. */
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
  /** Columns `attr:*` of an import. */
  @Column({ type: 'jsonb', default: {} })
  attributes!: Record<string, string>;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}
