import type { HolidaySnapshot } from '@adal/events';
import { startPromotions, type Promotions } from '../../../test/harness';
import { holidaysBackfill } from '.';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterAll(() => promotions.stop());

const of = async (from: string, to: string) =>
  (
    await promotions.ask<{ holidays: { day: string; key: string; kind: string }[] }>(
      'query ($from: LocalDate!, $to: LocalDate!) { holidays(from: $from, to: $to) { day key kind name(language: "kk") } }',
      { from, to },
    )
  ).data.holidays;
const save = async (input: object) =>
  (
    await promotions.ask<{ saveHoliday: object }>(
      `mutation ($input: SaveHolidayInput!) { saveHoliday(input: $input) { __typename ... on HolidayInvalid { field }
       ... on HolidaySaved { holiday { day key } } } }`,
      { input: { day: '2026-12-01', key: 'SALE', kind: 'RETAIL', nameRu: 'Р', nameKk: 'Қ', nameEn: 'E', ...input } },
    )
  ).data.saveHoliday;

it.each([2024, 2025, 2026, 2027, 2028])('begins with the holidays of Kazakhstan in %s', async (year) => {
  const days = await of(`${year}-01-01`, `${year}-12-31`);
  const counted = (...kinds: string[]): number => days.filter(({ kind }) => kinds.includes(kind)).length;
  expect([counted('PUBLIC'), counted('RETAIL')]).toEqual([15, 5]);
  const [friday] = days.filter(({ key }) => key === 'BLACK_FRIDAY');
  const [thanks] = [22, 23, 24, 25, 26, 27, 28].filter((day) => new Date(Date.UTC(year, 10, day)).getUTCDay() === 4);
  expect(friday?.day).toBe(`${year}-11-${(thanks ?? 0) + 1}`);
});

it.each([2024, 2025, 2026, 2027, 2028])(
  'gives a day off for each holiday of %s on a weekend, and for each worked weekend',
  async (year) => {
    const days = await of(`${year}-01-01`, `${year}-12-31`);
    const isWeekend = ({ day }: { day: string }): boolean => [0, 6].includes(new Date(day).getUTCDay());
    const only = (kind: string) => days.filter((one) => one.kind === kind);
    const [working, off] = [only('WORKING'), only('DAY_OFF')];
    expect([working.every(isWeekend), off.some(isWeekend)]).toEqual([true, false]);
    // Christmas and Kurban Ait are no holidays of the law.
    const lost = only('PUBLIC').filter(
      (one) => isWeekend(one) && !['ORTHODOX_CHRISTMAS', 'KURBAN_AIT'].includes(one.key),
    );
    expect(off).toHaveLength(lost.length + working.length);
    const known = days.filter(({ kind }) => kind !== 'RETAIL').map(({ day }) => day);
    expect(known).toEqual([...new Set(known)]);
  },
);

/** What was told of a day, oldest first. */
const toldOf = async (key: string): Promise<HolidaySnapshot[]> => {
  const rows: { envelope: string }[] = await promotions.db.query(
    "select envelope from outbox where subject = 'promotions.holiday.changed.v1' order by seq",
  );
  const holidays = rows.flatMap(
    ({ envelope }) => (JSON.parse(envelope) as { data: { holidays: HolidaySnapshot[] } }).data.holidays,
  );
  return holidays.filter((one) => one.key === key);
};

it('tells of every change once, with a revision that grows', async () => {
  const input = { day: '2026-12-05', key: 'MOVED', kind: 'WORKING' };
  await save(input);
  await save(input);
  await save({ ...input, day: '2026-12-06', movedFrom: '2026-12-05' });
  const remove = 'mutation { removeHoliday(input: { day: "2026-12-06", key: "MOVED" }) { removed } }';
  await promotions.ask(remove);
  await promotions.ask(remove);
  const told = await toldOf('MOVED');
  expect(told.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    '2026-12-05 WORKING',
    '2026-12-05 null',
    '2026-12-06 WORKING',
    '2026-12-06 null',
  ]);
  const revisions = told.map(({ revision }) => revision);
  expect(revisions).toEqual([...new Set(revisions)].sort((left, right) => left - right));
});

it('tells all of the calendar again to whoever asks, as it was told last', async () => {
  await save({ day: '2026-12-20', key: 'TOLD', kind: 'DAY_OFF' });
  const page = await holidaysBackfill.page(promotions.db, null, { correlationId: 'test', now: new Date() });
  const holidays = page.events.flatMap(({ data }) => (data as { holidays: HolidaySnapshot[] }).holidays);
  expect(holidays).toHaveLength(Number((await promotions.db.query('select count(*) from holiday'))[0].count));
  expect(holidays.filter(({ key }) => key === 'TOLD')).toEqual(await toldOf('TOLD'));
  const rest = await holidaysBackfill.page(promotions.db, '2026-12-20 TOLD', {
    correlationId: 'test',
    now: new Date(),
  });
  expect(rest.next).toBeNull();
  expect(rest.rows).toBe(holidays.filter(({ day, key }) => `${day} ${key}` > '2026-12-20 TOLD').length);
});

it('adds, moves, renames and takes out a day, as often as it is sent', async () => {
  expect(await save({})).toEqual({ __typename: 'HolidaySaved', holiday: { day: '2026-12-01', key: 'SALE' } });
  await save({ day: '2026-12-02', movedFrom: '2026-12-01', nameKk: 'Жаңа' });
  expect(await of('2026-12-01', '2026-12-10')).toEqual([
    { day: '2026-12-02', key: 'SALE', kind: 'RETAIL', name: 'Жаңа' },
  ]);
  const removed = async () =>
    (await promotions.ask('mutation { removeHoliday(input: { day: "2026-12-02", key: "SALE" }) { removed } }')).data;
  expect([await removed(), await removed()]).toEqual([
    { removeHoliday: { removed: true } },
    { removeHoliday: { removed: false } },
  ]);
});

it.each([
  ['key', { key: 'new year' }],
  ['nameKk', { nameKk: ' ' }],
])('names %s when it cannot be read', async (field, input) =>
  expect(await save(input)).toEqual({ __typename: 'HolidayInvalid', field }),
);
