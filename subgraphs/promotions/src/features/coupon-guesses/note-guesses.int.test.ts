import { aBasket } from '../../../test/quoting';
import { havePool } from '../../../test/coupons';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';
import { holdBack } from './hold-back';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterAll(() => promotions.stop());
beforeEach(async () => {
  await promotions.clear();
  promotions.heldBack.length = 0;
  await promotions.db.query('truncate coupon_pool, coupon, coupon_guess, coupon_incident cascade');
});

const DOCUMENT = `query ($input: QuotePurchaseInput!) { quote: quotePurchase(input: $input) { ... on PurchaseQuote { coupons { status } } } }`;
async function show(coupons: string[], input: object = {}, now: Date = NOW): Promise<string[]> {
  const basket = aBasket({ tillId: 'T-1', coupons, ...input });
  const { data } = await promotions.ask<{ quote: { coupons: { status: string }[] } }>(
    DOCUMENT,
    { input: basket },
    { now },
  );
  return data.quote.coupons.map(({ status }) => status);
}
const incidents = async () =>
  (
    await promotions.ask<{ couponIncidents: { edges: { node: object }[] } }>(
      '{ couponIncidents { edges { node { kind storeId tillId guesses member { id } } } } }',
    )
  ).data.couponIncidents.edges.map(({ node }) => node);
const told = async () =>
  (await promotions.recorded()).filter((subject) => subject === 'promotions.coupon.guessing.v1').length;
/** Twenty at a time, as many as a basket takes. */
const guesses = (from: number, count: number): string[] => Array.from({ length: count }, (_, n) => `GUESS${from + n}`);

it('slows ten thousand guesses of a till, tells of them once, and lets no good code wait', async () => {
  await havePool(promotions, { kind: 'PUBLIC', prefix: null, publicCode: 'SPRING' });
  for (let tried = 0; tried < 10_000; tried += 20) {
    expect(new Set(await show(guesses(tried, 20)))).toEqual(new Set(['UNKNOWN']));
  }
  expect(await incidents()).toEqual([{ kind: 'TILL', storeId: 'ALM-1', tillId: 'T-1', guesses: 10_000, member: null }]);
  expect(await told()).toBe(1);
  // The first twenty are free, then the wait grows to its bound: 479 of 500 answers wait, nearly all of them two seconds.
  expect(promotions.heldBack).toHaveLength(499);
  expect(Math.max(...promotions.heldBack)).toBe(2_000);
  expect(promotions.heldBack.slice(10).every((ms) => ms === 2_000)).toBe(true);
  promotions.heldBack.length = 0;
  expect(await show(['SPRING'])).toEqual(['NOT_WANTED']);
  expect(await show(['SPRING'], { tillId: 'T-2' })).toEqual(['NOT_WANTED']);
  expect(promotions.heldBack).toEqual([]);
});

it('lets people mistype', async () => {
  await show(guesses(0, 10));
  await show(guesses(10, 10));
  expect([promotions.heldBack, await incidents(), await told()]).toEqual([[], [], 0]);
});

it('blames the narrowest: a member at many tills, or a key whose tills each try little', async () => {
  const member = await promotions.haveMember();
  for (let till = 0; till < 3; till += 1)
    await show(guesses(till * 5, 5), { tillId: `M-${till}`, member: { id: member.memberId } });
  expect(await incidents()).toEqual([
    { kind: 'MEMBER', storeId: 'ALM-1', tillId: 'M-2', guesses: 15, member: { id: member.memberId } },
  ]);
  for (let till = 0; till < 20; till += 1) await show(guesses(till * 10, 10), { tillId: `K-${till}` });
  expect(await incidents()).toMatchObject([{ kind: 'KEY', tillId: null, guesses: 215 }, { kind: 'MEMBER' }]);
});

it('begins a new incident after quiet, and counts together what replicas see at once', async () => {
  await Promise.all(Array.from({ length: 5 }, (_, n) => show(guesses(n * 10, 10))));
  expect(await incidents()).toMatchObject([{ guesses: 50 }]);
  const later = new Date(NOW.getTime() + 11 * 60_000);
  await show(guesses(100, 20), {}, later);
  expect(await incidents()).toHaveLength(1);
  await show(guesses(120, 1), {}, later);
  expect(await incidents()).toMatchObject([{ guesses: 21 }, { guesses: 50 }]);
  expect(await told()).toBe(2);
});

it('lets few wait at once: who comes beyond them is answered', async () => {
  const waiting: (() => void)[] = [];
  const hold = holdBack(() => new Promise<void>((resolve) => waiting.push(resolve)));
  const all = Array.from({ length: 20 }, () => hold(2_000));
  await Promise.all(all.slice(16));
  expect(waiting).toHaveLength(16);
  for (const resolve of waiting) resolve();
  await Promise.all(all);
});
