import { startPromotions, type Promotions } from '../../../test/harness';

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
  expect([days.filter(({ kind }) => kind === 'PUBLIC').length, days.length]).toEqual([15, 20]);
  const [friday] = days.filter(({ key }) => key === 'BLACK_FRIDAY');
  const [thanks] = [22, 23, 24, 25, 26, 27, 28].filter((day) => new Date(Date.UTC(year, 10, day)).getUTCDay() === 4);
  expect(friday?.day).toBe(`${year}-11-${(thanks ?? 0) + 1}`);
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
