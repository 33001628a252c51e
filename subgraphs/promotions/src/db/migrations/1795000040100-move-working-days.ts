import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: analytics tells working days from days off by this calendar, so it knows the days that were moved, and counts its changes.
 * Source: by article 85 of the Labour Code of Kazakhstan the next working day is off for a holiday on a Saturday or Sunday (not for
 * Christmas and Kurban Ait, which are no holidays of the law), and the ministry swaps days by order: for 2024 adilet.zan.kz/rus/docs/G24G0000109,
 * for 2025 adilet.zan.kz/rus/docs/G24G0000436; none for 2026. Of 2027 and 2028 is what the law gives, without orders to come.
 * Lock: some hundred rows. Checked: the test of holidays counts the days and looks at what each is for.
 */
export class MoveWorkingDays1795000040100 implements MigrationInterface {
  name = 'MoveWorkingDays1795000040100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence holiday_revision;
      alter table holiday drop constraint holiday_kind_check;
      alter table holiday add constraint holiday_kind_check check (kind in ('PUBLIC', 'RETAIL', 'WORKING', 'DAY_OFF'));
      alter table holiday add column revision bigint;
      update holiday set revision = nextval('holiday_revision');
      alter table holiday alter column revision set not null`);
    for (const [key, kind, days, ...names] of MOVED) {
      await runner.query(
        `insert into holiday select day, $2, $3, $4, $5, $6, nextval('holiday_revision') from unnest($1::date[]) as one (day)
         on conflict do nothing`,
        [days, key, kind, ...names],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from holiday where kind in ('WORKING', 'DAY_OFF');
      alter table holiday drop constraint holiday_kind_check;
      alter table holiday add constraint holiday_kind_check check (kind in ('PUBLIC', 'RETAIL'));
      alter table holiday drop column revision;
      drop sequence holiday_revision`);
  }
}

const SWAPPED_FOR = ['2024-05-08', '2025-01-03'];
const AFTER_WEEKENDS = [
  ...['2024-03-25', '2024-07-08'],
  ...['2025-03-10', '2025-03-24', '2025-03-25', '2025-07-07', '2025-09-01', '2025-10-27'],
  ...['2026-03-09', '2026-03-24', '2026-03-25', '2026-05-11', '2026-08-31', '2026-10-26'],
  ...['2027-01-04', '2027-03-24', '2027-05-03', '2027-05-10'],
  ...['2028-01-03', '2028-01-04', '2028-05-08', '2028-12-18'],
];

/** Key, kind, days; names in Russian, Kazakh, English. */
const MOVED: readonly (readonly [string, string, readonly string[], string, string, string])[] = [
  [
    'MOVED_WORKING_DAY',
    'WORKING',
    ['2024-05-04', '2025-01-05'],
    'Рабочий день (перенос)',
    'Жұмыс күні (ауыстырылған)',
    'Working day (moved)',
  ],
  [
    'MOVED_DAY_OFF',
    'DAY_OFF',
    [...SWAPPED_FOR, ...AFTER_WEEKENDS],
    'Выходной день (перенос)',
    'Демалыс күні (ауыстырылған)',
    'Day off (moved)',
  ],
];
