import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AttributeType = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'LIST';

/** What an attribute of products means. */
@Entity('product_attribute')
export class ProductAttribute {
  @PrimaryColumn({ type: 'text' })
  key!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  type!: AttributeType;
  @Column({ type: 'text', nullable: true })
  unit!: string | null;
  @Column({ type: 'text', name: 'name_ru' })
  nameRu!: string;
  @Column({ type: 'text', name: 'name_kk' })
  nameKk!: string;
  @Column({ type: 'text', name: 'name_en' })
  nameEn!: string;
  /** Empty allows any; of texts and lists only. */
  @Column({ type: 'text', name: 'allowed_values', array: true })
  allowedValues!: string[];
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}
