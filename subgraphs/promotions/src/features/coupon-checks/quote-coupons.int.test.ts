import { newId } from '@adal/service';
import { verify } from 'node:crypto';
import { signedQuoteSchema, type IssuedCoupon, type QuotePayload } from '@adal/events';
import { aBasket } from '../../../test/quoting';
import { aReceipt, amountOff, percentOff } from '../../../test/builders';
import { havePool } from '../../../test/coupons';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';
import { onPurchaseConfirmed } from '../coupon-news';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterAll(() => promotions.stop());
beforeEach(async () => {
  await promotions.clear();
  await promotions.db.query(
    'truncate coupon_pool, coupon_batch, coupon, coupon_use, coupon_change, coupon_guess cascade',
  );
});

const DOCUMENT = `query ($input: QuotePurchaseInput!) { quote: quotePurchase(input: $input) { __typename
  ... on PurchaseQuote { token discount coupons { code status message promotionIds } } ... on UserError { message } } }`;
interface Quoted {
  __typename: string;
  token: string;
  discount: string;
  coupons: { code: string; status: string; message: string; promotionIds: string[] }[];
}
async function quote(input: object, now: Date = NOW): Promise<Quoted> {
  const { data, errors } = await promotions.ask<{ quote: Quoted }>(DOCUMENT, { input: aBasket(input) }, { now });
  expect(errors).toEqual([]);
  return data.quote;
}
const statusOf = async (code: string, input: object = {}, now?: Date): Promise<string | undefined> =>
  (await quote({ coupons: [code], ...input }, now)).coupons[0]?.status;
function payloadOf({ token }: Quoted): QuotePayload {
  const [header, payload, signature] = token.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  expect(verify(null, signed, promotions.quotePublicKey, Buffer.from(signature ?? '', 'base64url'))).toBe(true);
  return signedQuoteSchema.parse(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()));
}
const needing = (poolId: string) => ({ condition: { kind: 'COUPON', poolId } });
/** A code of imported ones, told by a row. */
async function haveCode(code: string, facts: object = {}, poolFacts: object = {}): Promise<string> {
  const poolId = await havePool(promotions, { kind: 'IMPORTED', prefix: null, name: 'Friends', ...poolFacts });
  const row = { state: 'OPEN', expires_on: null, valid_from: null, member_id: null, ...facts };
  await promotions.db.query(
    `insert into coupon (code, pool_no, state, uses, batch_no, expires_on, valid_from, member_id)
     select $1, no, $3::coupon_state, 0, 0, $4, $5, $6 from coupon_pool where id = $2`,
    [code, poolId, row.state, row.expires_on, row.valid_from, row.member_id],
  );
  return poolId;
}

it('accepts a code however it is typed, takes one use of it, and names the promotion', async () => {
  const poolId = await haveCode('FRIEND77', {}, { usesPerMember: 2 });
  const promotionId = await promotions.haveRunning({ name: 'Bring a friend' }, needing(poolId));
  const member = await promotions.haveMember();
  const quoted = await quote({ coupons: ['friend-77'], member: { id: member.memberId }, language: 'en' });
  expect(quoted).toMatchObject({
    discount: '100.00',
    coupons: [
      { code: 'friend-77', status: 'ACCEPTED', message: 'Accepted: Bring a friend', promotionIds: [promotionId] },
    ],
  });
  expect(payloadOf(quoted).limits).toMatchObject([
    { key: 'coupon:FRIEND77', kind: 'COUPON', amount: 1, max: 1 },
    { key: `coupon_pool:${poolId}:${member.memberId}`, kind: 'COUPONS_PER_MEMBER', amount: 1, max: 2 },
  ]);
});

it('says why a code is not good, in the language asked for', async () => {
  await havePool(promotions, { prefix: 'UQ' });
  expect(await quote({ coupons: ['NOSUCH', 'UQ2222222222'], language: 'ru' })).toMatchObject({
    discount: '0.00',
    coupons: [{ status: 'UNKNOWN', message: 'Такого кода нет' }, { status: 'UNKNOWN' }],
  });
  expect(await quote({ coupons: ['UQ2222222223'], language: 'kk' })).toMatchObject({
    coupons: [{ status: 'MISTYPED', message: 'Кодта қате бар: купонмен салыстырыңыз' }],
  });
});

it.each([
  ['EXPIRED', { expires_on: '2026-11-21' }, {}, 'The coupon was good until 21.11.2026'],
  ['EXPIRED', {}, { validUntil: '2026-11-20' }, 'The coupon was good until 20.11.2026'],
  ['NOT_YET', { valid_from: '2026-11-23' }, {}, 'The coupon is good from 23.11.2026'],
  ['REVOKED', { state: 'REVOKED' }, {}, 'The coupon was revoked'],
  ['MEMBER_NEEDED', {}, { usesPerMember: 1 }, 'The coupon needs the member’s card'],
  ['NOT_WANTED', {}, {}, 'No promotion takes this coupon now'],
])('answers %s with the day or what to do', async (status, facts, poolFacts, message) => {
  await haveCode('CODE1', facts, poolFacts);
  expect((await quote({ coupons: ['CODE1'], language: 'en' })).coupons).toMatchObject([
    { status, message, promotionIds: [] },
  ]);
});

it('keeps a personal code to its member', async () => {
  const [owner, other] = [await promotions.haveMember(), await promotions.haveMember()];
  const poolId = await havePool(promotions, { kind: 'PERSONAL', prefix: 'PE' });
  await promotions.haveRunning({}, needing(poolId));
  const issue = `mutation ($input: IssueCouponsInput!) { result: issueCoupons(input: $input) { ... on CouponsIssued { coupons { code } } } }`;
  const input = { issueId: newId(), poolId, memberIds: [owner.memberId] };
  const issued = await promotions.ask<{ result: { coupons: { code: string }[] } }>(issue, { input });
  expect((await promotions.ask(issue, { input })).data).toEqual(issued.data);
  const code = issued.data.result.coupons[0]?.code ?? '';
  expect(await statusOf(code)).toBe('MEMBER_NEEDED');
  expect(await statusOf(code, { member: { id: other.memberId } })).toBe('OTHER_MEMBER');
  expect(await statusOf(code, { member: { id: owner.memberId } })).toBe('ACCEPTED');
});

it('says what is missing when the promotion wants more than the code, and spares a second code', async () => {
  const poolId = await haveCode('CODE1');
  const { effects, condition } = amountOff('500.00', '5000.00');
  const promotionId = await promotions.haveRunning(
    { name: 'Big basket' },
    { effects, condition: { kind: 'ALL', of: [condition, needing(poolId).condition] } },
  );
  const [answer] = (await quote({ coupons: ['CODE1'], language: 'en' })).coupons;
  expect(answer).toMatchObject({ status: 'NOT_WITH_BASKET', promotionIds: [promotionId] });
  expect(answer?.message).toMatch(/^“Big basket” does not apply: 4,000 more/);
  await promotions.db.query("insert into coupon select 'CODE2', pool_no, state, uses, batch_no from coupon");
  await promotions.haveRunning({ name: 'Simple' }, needing(poolId));
  const two = await quote({ coupons: ['CODE2', 'CODE1'], language: 'en' });
  expect(two.coupons.map(({ status }) => status)).toEqual(['SPARE', 'ACCEPTED']);
  expect(payloadOf(two).limits.map(({ key }) => key)).toEqual(['coupon:CODE1']);
});

it('closes and deletes pools at once, but none that a running promotion needs', async () => {
  const poolId = await haveCode('CODE1');
  const promotionId = await promotions.haveRunning({}, needing(poolId));
  expect(await statusOf('CODE1')).toBe('ACCEPTED');
  const turn = async (document: string, input: object) =>
    (await promotions.ask<{ result: object }>(document, { input })).data.result;
  await turn(
    'mutation ($input: SetCouponPoolStatusInput!) { result: setCouponPoolStatus(input: $input) { __typename } }',
    { id: poolId, status: 'CLOSED' },
  );
  expect(await statusOf('CODE1')).toBe('CLOSED');
  const remove =
    'mutation ($input: DeleteCouponPoolInput!) { result: deleteCouponPool(input: $input) { __typename ... on CouponPoolInUse { promotions { id } } } }';
  expect(await turn(remove, { id: poolId })).toEqual({
    __typename: 'CouponPoolInUse',
    promotions: [{ id: promotionId }],
  });
  await turn(
    'mutation ($input: SetPromotionStatusInput!) { result: setPromotionStatus(input: $input) { __typename } }',
    { id: promotionId, status: 'ENDED' },
  );
  expect(await turn(remove, { id: poolId })).toEqual({ __typename: 'CouponPoolDeleted' });
  expect(await turn(remove, { id: poolId })).toEqual({ __typename: 'CouponPoolDeleted' });
});

it('prints a code made from the quote, good once its sale is told, also to a till that asks a moment too early', async () => {
  const printed = await havePool(promotions, { kind: 'PRINTED', prefix: 'PR', name: 'Next visit', validDays: 30 });
  await promotions.haveRunning(
    { name: 'Gives' },
    { effects: [percentOff('10'), { kind: 'COUPON_NOW', poolId: printed }] },
  );
  await promotions.haveRunning({ name: 'Takes' }, needing(printed));
  const member = await promotions.haveMember();
  const payload = payloadOf(await quote({ language: 'ru', member: { id: member.memberId } }));
  const [coupon]: IssuedCoupon[] = payload.couponsIssued ?? [];
  const text = [`Купон «Next visit»: ${coupon?.code}`, 'Действует по 22.12.2026'];
  expect(coupon).toMatchObject({
    poolId: printed,
    validFrom: null,
    validUntil: '2026-12-22',
    barcode: coupon?.code,
    text,
  });
  const early = statusOf(coupon?.code ?? '');
  const receipt = aReceipt({ memberId: member.memberId });
  const confirmed = { receipt, balance: null, pointsActivateAt: null, pointsExpireAt: null, couponsIssued: [coupon] };
  await promotions.deliver(onPurchaseConfirmed, confirmed);
  expect(await early).toBe('ACCEPTED');
  const issued = await promotions.ask(
    `query ($code: String!) { coupon(code: $code) { state validUntil member { id } history { what purchaseId } } }`,
    { code: coupon?.code },
  );
  expect(issued.data).toEqual({
    coupon: {
      state: 'OPEN',
      validUntil: '2026-12-22',
      member: { id: member.memberId },
      history: [{ what: 'ISSUED', purchaseId: receipt.purchaseId }],
    },
  });
});

it('lets a coupon for the next visit begin on the next day of the store', async () => {
  const printed = await havePool(promotions, { kind: 'PRINTED', prefix: 'PR' });
  await promotions.haveRunning({}, { effects: [{ kind: 'COUPON_NEXT', poolId: printed }] });
  const [one] = payloadOf(await quote({})).couponsIssued ?? [];
  const [other] = payloadOf(await quote({})).couponsIssued ?? [];
  expect(one).toMatchObject({ validFrom: '2026-11-23', validUntil: null });
  expect(one?.code).not.toBe(other?.code);
});

it('refuses a basket with more codes than anybody has in hand', async () => {
  const coupons = Array.from({ length: 21 }, (_, n) => `C${n}`);
  expect(await quote({ coupons })).toMatchObject({ __typename: 'BasketInvalid' });
});
