import { bucketOf } from '@adal/engine';
import { signedQuoteSchema, type BookedReceipt, type QuotedPromotion } from '@adal/events';
import { newId } from '@adal/service';
import { percentOff, pointsTimes } from '../../../test/builders';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';
import { aBasket, askQuote, type Quoted } from '../../../test/quoting';
import { onPurchaseConfirmed } from './on-purchase-confirmed';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

/** A member whose place among 10,000 is below this one, or not. */
async function haveMemberIn(id: string, part: { below: number } | { from: number }): Promise<string> {
  for (;;) {
    const memberId = newId();
    const bucket = bucketOf(memberId, id);
    if ('below' in part ? bucket < part.below : bucket >= part.from) {
      await promotions.haveMember({ memberId });
      return memberId;
    }
  }
}

function quotedIn({ token }: Quoted): QuotedPromotion[] {
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return signedQuoteSchema.parse(payload).promotions ?? [];
}

const receipt = (memberId: string | null, quoted: QuotedPromotion[], occurredAt = NOW) =>
  ({ memberId, occurredAt: occurredAt.toISOString(), promotions: quoted }) as BookedReceipt;
const confirm = (...receipts: BookedReceipt[]) =>
  promotions.deliver(
    onPurchaseConfirmed,
    ...receipts.map((one) => ({ receipt: one, balance: null, pointsActivateAt: null, pointsExpireAt: null })),
  );
const told = async (): Promise<object[]> => {
  const rows: { data: { assignments: object[] } }[] = await promotions.db.query(
    `select envelope::jsonb -> 'data' as data from outbox where subject = 'promotions.assignment.recorded.v1' order by seq`,
  );
  return rows.flatMap(({ data }) => data.assignments);
};

const TENTH = { share: '10', salt: null, anonymous: true };
/** Everything a promotion can give. */
const GENEROUS = {
  effects: [
    percentOff('10'),
    pointsTimes('3'),
    { kind: 'MESSAGE', text: { en: 'Smile' } },
    { kind: 'RECEIPT_TEXT', text: { en: 'Thank you' } },
    { kind: 'COUPON_NEXT', poolId: 'NEXT' },
  ],
  holdout: TENTH,
};

it('gives who is held out no price, points, text or why-not, and signs that they are', async () => {
  const id = await promotions.haveRunning({ name: 'Secret' }, GENEROUS);
  for (let n = 0; n < 20; n += 1) {
    const memberId = await haveMemberIn(id, { below: 1_000 });
    const quoted = await askQuote(promotions, { member: { id: memberId }, language: 'en' });
    expect(JSON.stringify({ ...quoted, token: '' })).not.toMatch(/Secret|Smile|Thank you/);
    expect(quoted).toMatchObject({ discount: '0.00', pointsEarned: '50.00', applied: [], notApplied: [] });
    expect(quotedIn(quoted)).toEqual([{ promotionId: id, version: 1, variant: null, heldOut: true }]);
  }
  const given = await askQuote(promotions, { member: { id: await haveMemberIn(id, { from: 1_000 }) } });
  expect(given).toMatchObject({ discount: '100.00', applied: [{ name: 'Secret' }] });
  const points = { pointsMinor: 9_000, pointsByLine: [{ lineNo: 1, pointsMinor: 9_000 }] };
  expect(quotedIn(given)).toEqual([{ promotionId: id, version: 1, variant: null, heldOut: false, ...points }]);
});

it('shows staff, and staff alone, who is held out', async () => {
  const id = await promotions.haveRunning({ name: 'Secret' }, GENEROUS);
  const member = { id: await haveMemberIn(id, { below: 1_000 }) };
  const document = `query ($input: PreviewPromotionInput!) { previewPromotion(input: $input) {
    ... on PromotionPreview { with { discount heldOut { name reason } trace { lineNo missed { name } } } } } }`;
  const { data } = await promotions.ask(document, { input: { basket: aBasket({ member }) } });
  expect(data).toMatchObject({
    previewPromotion: { with: { discount: '0.00', heldOut: [{ name: 'Secret' }], trace: [{ lineNo: 1, missed: [] }] } },
  });
});

it('holds out of everything whom the programme holds out', async () => {
  await promotions.db.query("update programme set holdout_basis_points = 5000, holdout_salt = 'all'");
  const id = await promotions.haveRunning();
  const out = await askQuote(promotions, { member: { id: await haveMemberIn('all', { below: 5_000 }) } });
  const within = await askQuote(promotions, { member: { id: await haveMemberIn('all', { from: 5_000 }) } });
  await promotions.db.query('update programme set holdout_basis_points = 0');
  expect([out, within]).toMatchObject([{ applied: [] }, { applied: [{ promotionId: id }] }]);
  expect(quotedIn(out)).toMatchObject([{ promotionId: id, heldOut: true }]);
});

it('gives each member the same variant every time, by its share', async () => {
  const variants = [{ key: 'deep', share: '50', effects: [percentOff('30')] }];
  const id = await promotions.haveRunning({}, { variants });
  const deep = await haveMemberIn(`${id}/variant`, { below: 5_000 });
  const plain = await haveMemberIn(`${id}/variant`, { from: 5_000 });
  for (let n = 0; n < 3; n += 1) {
    const quotes = [deep, plain].map((member) => askQuote(promotions, { member: { id: member } }));
    const [one, other] = await Promise.all(quotes);
    expect([one, other]).toMatchObject([{ discount: '300.00' }, { discount: '100.00' }]);
    expect([one, other].flatMap((quoted) => quoted && quotedIn(quoted))).toMatchObject([
      { variant: 'deep' },
      { variant: null },
    ]);
  }
});

it('tells of a member and a promotion once, when a confirmed sale first shows it', async () => {
  const [id, memberId, other] = [newId(), newId(), newId()];
  const given = { promotionId: id, version: 2, variant: 'deep', heldOut: false };
  const later = new Date(NOW.getTime() + 60_000);
  await confirm(receipt(memberId, [given], later), receipt(memberId, [given]), receipt(null, [given]));
  await confirm(receipt(memberId, [{ ...given, version: 3, heldOut: true }]));
  await confirm(receipt(other, [{ ...given, heldOut: true, variant: null }]));
  const at = NOW.toISOString();
  expect(await told()).toEqual([
    { promotionId: id, version: 2, memberId, group: 'GIVEN', variant: 'deep', at },
    { promotionId: id, version: 2, memberId: other, group: 'CONTROL', variant: null, at },
  ]);
});

it('takes sales of tills that know of no promotions', async () => {
  await confirm({ memberId: newId(), occurredAt: NOW.toISOString() } as BookedReceipt);
  expect(await told()).toEqual([]);
});
