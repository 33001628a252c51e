import type { AttributeType } from '@adal/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A value as files write it, and what people call it. */
export interface NamedValue {
  readonly value: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly nameEn: string;
}

/** What a chain keeps of its members beyond the usual: a key with a type and names. Its type is for good. */
@Entity('declared_attribute')
export class DeclaredAttribute {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  key!: string;
  /** Grows with every change. */
  @Column({ type: 'integer' })
  revision!: number;
  @Column({ type: 'text' })
  type!: AttributeType;
  @Column({ type: 'text', name: 'name_ru' })
  nameRu!: string;
  @Column({ type: 'text', name: 'name_kk' })
  nameKk!: string;
  @Column({ type: 'text', name: 'name_en' })
  nameEn!: string;
  /** Forms offer it no more; what members have of it stays. */
  @Column({ type: 'boolean' })
  retired!: boolean;
  /** Of a TEXT, those that have names; others are as good. */
  @Column({ type: 'jsonb', default: [] })
  values!: readonly NamedValue[];
}
