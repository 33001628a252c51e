import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word of some product's name or brand, with its trigrams. */
@Entity('product_word')
export class ProductWord {
  @PrimaryColumn({ type: 'text' })
  word!: string;
  @Column({ type: 'text', array: true })
  grams!: string[];
}
