import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day of the chain's calendar. The conditions of promotions name it by its key. */
@Entity('holiday')
export class HolidayRow {
  @PrimaryColumn({ type: 'date' })
  day!: string;
  @PrimaryColumn({ type: 'text' })
  key!: string;
  /** PUBLIC: by law a day off; RETAIL: shops make something of it. */
  @Column({ type: 'text' })
  kind!: 'PUBLIC' | 'RETAIL';
  @Column({ type: 'text', name: 'name_ru' })
  nameRu!: string;
  @Column({ type: 'text', name: 'name_kk' })
  nameKk!: string;
  @Column({ type: 'text', name: 'name_en' })
  nameEn!: string;
}
