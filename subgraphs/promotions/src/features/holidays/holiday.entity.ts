import type { HolidaySnapshot } from '@adal/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type HolidayKind = NonNullable<HolidaySnapshot['kind']>;

/** A day of the chain's calendar. The conditions of promotions name holidays by their key; moved days are no holidays. */
@Entity('holiday')
export class HolidayRow {
  @PrimaryColumn({ type: 'date' })
  day!: string;
  @PrimaryColumn({ type: 'text' })
  key!: string;
  /** PUBLIC: by law a day off; RETAIL: shops make something of it; WORKING, DAY_OFF: moved. */
  @Column({ type: 'text' })
  kind!: HolidayKind;
  @Column({ type: 'text', name: 'name_ru' })
  nameRu!: string;
  @Column({ type: 'text', name: 'name_kk' })
  nameKk!: string;
  @Column({ type: 'text', name: 'name_en' })
  nameEn!: string;
  /** Grows with every change of the calendar. */
  @Column({ type: 'bigint' })
  revision!: string;
}

/** What people say of a day. */
export type CalendarDay = Omit<HolidayRow, 'revision'>;

/** That a row of the table is a holiday, as conditions mean it. */
export const IS_HOLIDAY = "kind in ('PUBLIC', 'RETAIL')";
