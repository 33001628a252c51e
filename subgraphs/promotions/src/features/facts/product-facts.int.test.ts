import { percentOff } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { askQuote } from '../../../test/quoting';
import { saveProducts, type ProductFacts } from '../catalogue';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
beforeEach(() => promotions.clear());
afterAll(() => promotions.stop());

const have = (product: Partial<ProductFacts>) =>
  promotions.db.transaction((tx) =>
    saveProducts(tx, [{ sku: 'milk', name: 'Milk', categoryPath: 'Food', ...product }], promotions.context()),
  );
const off = (goods: object) => ({ effects: [percentOff('50', goods)] });
const red = { kind: 'ATTRIBUTE', key: 'colours', op: 'EQ', values: ['red'] };

/** Two of milk for 500.00 each. */
const discount = async () => ((await askQuote(promotions)) as unknown as { discount: string }).discount;

it('looks at attributes as they are now, one of a list among them', async () => {
  await promotions.haveRunning({}, off(red));
  await have({ attributes: { colours: ['blue', 'red'] } });
  expect(await discount()).toBe('500.00');
  await have({ attributes: { colours: ['blue'] } });
  expect(await discount()).toBe('0.00');
});

it('knows the product sets of a line', async () => {
  await promotions.ask(
    `mutation ($goods: JSON!) { saveProductSet(input: { id: "red", name: "Red", kind: RULE, goods: $goods }) { __typename } }`,
    { goods: red },
  );
  await promotions.haveRunning({}, off({ kind: 'SET', in: ['red'] }));
  await have({ attributes: { colours: ['red'] } });
  expect(await discount()).toBe('500.00');
  await have({ attributes: { colours: null } });
  expect(await discount()).toBe('0.00');
});

it('goes no lower than the minimum price of each piece', async () => {
  await promotions.haveRunning({}, off({ kind: 'EVERYTHING' }));
  await have({ minPriceMinor: 400_00n });
  expect(await discount()).toBe('200.00');
});

it('leaves alone what is not discountable', async () => {
  await promotions.haveRunning({}, off({ kind: 'EVERYTHING' }));
  await have({ notDiscountable: true });
  const quoted = await askQuote(promotions, { member: { id: (await promotions.haveMember()).memberId } });
  expect(quoted).toMatchObject({ discount: '0.00', pointsSpendable: '0.00' });
});
