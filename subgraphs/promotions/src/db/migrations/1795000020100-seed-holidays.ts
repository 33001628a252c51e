import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: conditions ask for holidays; the calendar begins with Kazakhstan's from 2024 to 2028, and is edited in the settings.
 * Source: Law of the Republic of Kazakhstan No. 267-II of 13 December 2001 "On holidays" (adilet.zan.kz/rus/docs/Z010000267_);
 * Orthodox Christmas and the first day of Kurban Ait are days off by the Labour Code, article 84. Kurban Ait follows the moon:
 * of 2027 and 2028 are the calculated days, which the muftiate confirms in their years. Black Friday is the day after the fourth
 * Thursday of November. Lock: none, the table is new. Checked: its own test counts the days of each year.
 */
export class SeedHolidays1795000020100 implements MigrationInterface {
  name = 'SeedHolidays1795000020100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table holiday (
        day date not null,
        key text not null,
        kind text not null check (kind in ('PUBLIC', 'RETAIL')),
        name_ru text not null,
        name_kk text not null,
        name_en text not null,
        primary key (day, key)
      )`);
    for (const holiday of HOLIDAYS) {
      const days = holiday.days.flatMap((day) =>
        day.length === 'MM-DD'.length ? YEARS.map((year) => `${year}-${day}`) : day,
      );
      await runner.query('insert into holiday select day, $2, $3, $4, $5, $6 from unnest($1::date[]) as one (day)', [
        days,
        holiday.key,
        holiday.kind,
        ...holiday.names,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table holiday');
  }
}

const YEARS = [2024, 2025, 2026, 2027, 2028];

interface Seed {
  readonly key: string;
  readonly kind: 'PUBLIC' | 'RETAIL';
  /** Of every year, or of one. */
  readonly days: readonly string[];
  /** In Russian, Kazakh, English. */
  readonly names: readonly [string, string, string];
}

const publicly = (key: string, days: readonly string[], ...names: Seed['names']): Seed => ({
  key,
  kind: 'PUBLIC',
  days,
  names,
});
const inShops = (key: string, days: readonly string[], ...names: Seed['names']): Seed => ({
  key,
  kind: 'RETAIL',
  days,
  names,
});

const HOLIDAYS: readonly Seed[] = [
  publicly('NEW_YEAR', ['01-01', '01-02'], 'Новый год', 'Жаңа жыл', 'New Year'),
  publicly('ORTHODOX_CHRISTMAS', ['01-07'], 'Рождество Христово', 'Рождество мейрамы', 'Orthodox Christmas'),
  publicly(
    'WOMENS_DAY',
    ['03-08'],
    'Международный женский день',
    'Халықаралық әйелдер күні',
    'International Women’s Day',
  ),
  publicly('NAURYZ', ['03-21', '03-22', '03-23'], 'Наурыз мейрамы', 'Наурыз мейрамы', 'Nauryz'),
  publicly(
    'UNITY_DAY',
    ['05-01'],
    'Праздник единства народа Казахстана',
    'Қазақстан халқының бірлігі мерекесі',
    'Unity Day',
  ),
  publicly(
    'DEFENDERS_DAY',
    ['05-07'],
    'День защитника Отечества',
    'Отан қорғаушы күні',
    'Defender of the Fatherland Day',
  ),
  publicly('VICTORY_DAY', ['05-09'], 'День Победы', 'Жеңіс күні', 'Victory Day'),
  publicly('CAPITAL_DAY', ['07-06'], 'День столицы', 'Астана күні', 'Capital Day'),
  publicly('CONSTITUTION_DAY', ['08-30'], 'День Конституции', 'Конституция күні', 'Constitution Day'),
  publicly('REPUBLIC_DAY', ['10-25'], 'День Республики', 'Республика күні', 'Republic Day'),
  publicly('INDEPENDENCE_DAY', ['12-16'], 'День Независимости', 'Тәуелсіздік күні', 'Independence Day'),
  publicly(
    'KURBAN_AIT',
    ['2024-06-16', '2025-06-06', '2026-05-27', '2027-05-16', '2028-05-05'],
    'Курбан айт',
    'Құрбан айт',
    'Kurban Ait',
  ),
  inShops('VALENTINES_DAY', ['02-14'], 'День святого Валентина', 'Ғашықтар күні', 'Valentine’s Day'),
  inShops('FEBRUARY_23', ['02-23'], '23 февраля', '23 ақпан', '23 February'),
  inShops('KNOWLEDGE_DAY', ['09-01'], 'День знаний', 'Білім күні', 'Knowledge Day'),
  inShops('SINGLES_DAY', ['11-11'], 'Распродажа 11.11', '11.11 сатылымы', '11.11 sale'),
  inShops(
    'BLACK_FRIDAY',
    ['2024-11-29', '2025-11-28', '2026-11-27', '2027-11-26', '2028-11-24'],
    'Чёрная пятница',
    'Қара жұма',
    'Black Friday',
  ),
];
