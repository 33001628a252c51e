import { aPromotion, percentOff } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { saveProducts } from '../catalogue';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

const CALENDAR = `query ($from: DateTime!, $until: DateTime!, $storeId: ID, $city: String) {
  calendar: promotionCalendar(from: $from, until: $until, storeId: $storeId, city: $city) {
    entries { promotion { name } storeIds cities } overlaps { promotion { name } other { name } from until } } }`;
interface Calendar {
  calendar: { entries: { promotion: { name: string } }[]; overlaps: object[] };
}
const MARCH = { from: '2027-03-01T00:00:00Z', until: '2027-04-01T00:00:00Z' };
const ask = async (variables: object = {}) =>
  (await promotions.ask<Calendar>(CALENDAR, { ...MARCH, ...variables })).data.calendar;
const names = ({ entries }: Calendar['calendar']) => entries.map(({ promotion }) => promotion.name);
const save = (input: object) =>
  promotions.ask('mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }', { input });

it('shows what meets the period, where it is, and what adds up', async () => {
  await promotions.haveRunning({ name: 'Always' });
  const schedule = { from: '2027-03-20T00:00:00Z', until: '2027-03-25T00:00:00Z' };
  const condition = { kind: 'STORE', storeIds: ['A'], cities: ['Almaty'] };
  await promotions.haveRunning({ name: 'Spring' }, { schedule, condition });
  await promotions.haveRunning({ name: 'April' }, { schedule: { from: MARCH.until } });
  await save(aPromotion({ name: 'Draft without dates' }));
  const calendar = await ask();
  expect(calendar).toEqual({
    entries: [
      { promotion: { name: 'Always' }, storeIds: [], cities: [] },
      { promotion: { name: 'Spring' }, storeIds: ['A'], cities: ['Almaty'] },
    ],
    overlaps: [
      {
        promotion: { name: 'Always' },
        other: { name: 'Spring' },
        from: '2027-03-20T00:00:00.000Z',
        until: '2027-03-25T00:00:00.000Z',
      },
    ],
  });
  expect(names(await ask({ storeId: 'B' }))).toEqual(['Always']);
  expect(names(await ask({ city: 'Almaty' }))).toEqual(['Always', 'Spring']);
});

const CHECKLIST = `query ($input: LaunchChecklistInput!) { checklist: launchChecklist(input: $input) { __typename
  ... on LaunchChecklist { items { key message promotionIds skus } } ... on PromotionInvalid { problems { field } } } }`;
const check = async (promotion: object, language = 'en') =>
  (await promotions.ask<{ checklist: object }>(CHECKLIST, { input: { promotion, language } })).data.checklist;

it('has nothing to say of a promotion that is ready', async () => {
  const draft = aPromotion({ limits: { moneyBudget: '1000.00' } }, { holdout: { share: '10' } });
  expect(await check(draft)).toEqual({ __typename: 'LaunchChecklist', items: [] });
});

it('names what is missing, what it meets, and what it does to prices', async () => {
  const known = { name: 'Milk', categoryPath: 'Food', brand: null, priceMinor: 500_00n, minPriceMinor: null };
  const products = [
    { ...known, sku: 'dear', costMinor: 480_00n },
    { ...known, sku: 'held', costMinor: 100_00n, minPriceMinor: 470_00n },
    { ...known, sku: 'fine', costMinor: 100_00n },
  ];
  await promotions.db.transaction((tx) => saveProducts(tx, products, promotions.context()));
  const rival = await promotions.haveRunning({ name: 'Rival' });
  const effects = [percentOff('10'), { kind: 'MESSAGE', text: { ru: 'Улыбнитесь' } }];
  const { items } = (await check(aPromotion({}, { effects }))) as { items: { key: string }[] };
  expect(items).toMatchObject([
    { key: 'NO_BUDGET' },
    { key: 'NO_CONTROL' },
    { key: 'TEXT_MISSING', message: 'Texts are missing in: kk, en.' },
    { key: 'BELOW_COST', skus: ['dear'] },
    { key: 'AT_MIN_PRICE', skus: ['held'] },
    { key: 'OVERLAP', promotionIds: [rival], message: 'It adds up with “Rival” on the same goods.' },
  ]);
  expect(JSON.stringify(await check(aPromotion(), 'ru'))).toContain('Бюджета нет');
});

it('names products that cost less than is taken off, unless a basket must reach a sum first', async () => {
  const known = { name: 'Milk', categoryPath: 'Food', brand: null, costMinor: null, minPriceMinor: null };
  const products = [
    { ...known, sku: 'cheap', priceMinor: 300_00n },
    { ...known, sku: 'held', priceMinor: 600_00n, minPriceMinor: 400_00n },
    { ...known, sku: 'just', priceMinor: 500_00n },
    { ...known, sku: 'dear', priceMinor: 900_00n },
  ];
  await promotions.db.transaction((tx) => saveProducts(tx, products, promotions.context()));
  const limits = { moneyBudget: '1000.00' };
  const effects = [{ kind: 'AMOUNT_OFF', goods: { kind: 'EVERYTHING' }, amount: '500.00' }];
  const draft = { holdout: { share: '10' }, effects };
  expect(await check(aPromotion({ limits }, draft))).toMatchObject({
    items: [{ key: 'ABOVE_PRICE', skus: ['held', 'cheap'] }],
  });
  const condition = { kind: 'BASKET', measure: 'SUM', atLeast: '1000.00' };
  expect(await check(aPromotion({ limits }, { ...draft, condition }))).toMatchObject({ items: [] });
});

it('refuses what can never hold, with its place', async () => {
  const age = { kind: 'AGE', from: 40, to: 20 };
  expect(await check(aPromotion({}, { condition: age }))).toMatchObject({
    problems: [{ field: 'definition.condition' }],
  });
});

it('needs promotions.read, and a period', async () => {
  const asking = { permissions: ['catalogue.read'] as const };
  expect((await promotions.ask(CALENDAR, MARCH, asking)).errors).toEqual(['FORBIDDEN']);
  expect((await promotions.ask(CHECKLIST, { input: { promotion: aPromotion() } }, asking)).errors).toEqual([
    'FORBIDDEN',
  ]);
  expect((await promotions.ask(CALENDAR, { ...MARCH, from: MARCH.until })).errors).toEqual(['BAD_USER_INPUT']);
});
