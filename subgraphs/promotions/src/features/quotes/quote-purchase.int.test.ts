import { QUOTE_TYP, quotePayloadSchema, type QuotePayload } from '@adal/events';
import { newId } from '@adal/service';
import { compactVerify } from 'jose';
import { aLine, aPromotion, type WirePromotion } from '../../../test/builders';
import { NOW, startPromotions, type Asking, type Promotions } from '../../../test/harness';
import { saveProducts } from '../catalogue';
import { livePricing } from './live-pricing';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
  const known = { priceMinor: null, vatBasisPoints: null, substitutesGroup: null, attributes: {} };
  const milk = {
    ...known,
    sku: 'milk',
    name: 'Сүт',
    categoryPath: 'Food > Dairy',
    brand: 'Аққайнар',
    costMinor: 310_00n,
  };
  await promotions.db.transaction((tx) => saveProducts(tx, [milk], promotions.context()));
});
afterAll(() => promotions.stop());
afterEach(() => promotions.db.query('delete from promotion; update pricing_revision set revision = revision + 1'));

const PRICED = `total discount pointsSpendable payable pointsEarned receiptText
  lines { lineNo sku name quantity price discounts { promotionId amount reason } pointsSpendable pointsSpent payable pointsEarned }
  applied { promotionId name discount pointsEarned } notApplied { promotionId name reason }`;
const DOCUMENT = `query ($input: QuotePurchaseInput!) { quote: quotePurchase(input: $input) { __typename
  ... on PurchaseQuote { token expiresAt pointsSpent ${PRICED} }
  ... on UserError { code message } ... on BasketInvalid { lineNo } ... on PointsNotSpendable { spendable } } }`;

interface Quoted {
  __typename: string;
  token: string;
  notApplied: { name: string; reason: string }[];
  applied: { name: string }[];
  receiptText: string[];
}

const basket = (input: object = {}) => ({ storeId: 'ALM-1', lines: [aLine()], ...input });

async function ask(input: object = {}, asking?: Asking): Promise<Quoted> {
  const { data, errors } = await promotions.ask<{ quote: Quoted }>(DOCUMENT, { input: basket(input) }, asking);
  expect(errors).toEqual([]);
  return data.quote;
}

async function run(promotion: Partial<WirePromotion> = {}): Promise<string> {
  const input = aPromotion(promotion);
  await promotions.ask(
    `mutation ($input: SavePromotionInput!, $id: ID!) { savePromotion(input: $input) { __typename }
       setPromotionStatus(input: { id: $id, status: "RUNNING" }) { __typename } }`,
    { input, id: input.id },
  );
  return input.id;
}

async function payloadOf({ token }: Quoted): Promise<QuotePayload> {
  const { payload, protectedHeader } = await compactVerify(token, promotions.quotePublicKey);
  expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: QUOTE_TYP });
  return quotePayloadSchema.parse(JSON.parse(Buffer.from(payload).toString()));
}

it('prices a basket line by line, with reasons and why-nots', async () => {
  const { memberId } = await promotions.haveMember();
  const dairy = await run({ name: 'Dairy', scope: { categories: ['Food'] }, receiptText: 'Сүтке жеңілдік!' });
  await run({ name: 'Big', mechanic: 'AMOUNT_OFF', effect: { amountOff: '100', basketAtLeast: '1430' } });
  const quoted = await ask({ member: { id: memberId }, pointsToSpend: '100' });
  expect(quoted).toMatchObject({
    __typename: 'PurchaseQuote',
    expiresAt: '2026-11-22T10:15:00.000Z',
    total: '1000.00',
    discount: '100.00',
    pointsSpendable: '270.00',
    pointsSpent: '100.00',
    payable: '800.00',
    pointsEarned: '40.00',
    lines: [
      {
        lineNo: 1,
        sku: 'milk',
        name: 'Сүт',
        quantity: '2',
        price: '500.00',
        discounts: [{ promotionId: dairy, amount: '100.00', reason: '10% off' }],
        pointsSpendable: '270.00',
        pointsSpent: '100.00',
        payable: '800.00',
        pointsEarned: '40.00',
      },
    ],
    applied: [{ promotionId: dairy, name: 'Dairy', discount: '100.00', pointsEarned: '0.00' }],
    notApplied: [{ name: 'Big', reason: '430.00 more to reach 1430.00' }],
    receiptText: [
      'Сүтке жеңілдік!',
      'Ваша скидка: 100.00',
      'Оплачено баллами: 100.00',
      'Начислено баллов: 40.00, можно тратить с 06.12.2026',
    ],
  });
});

it('signs what the ledger books', async () => {
  const { memberId } = await promotions.haveMember();
  const percent = await run({ name: 'Percent' });
  const double = await run({ name: 'Double', mechanic: 'POINTS_MULTIPLIER', effect: { pointsMultiplier: '2' } });
  const payload = await payloadOf(
    await ask({ member: { id: memberId }, tillId: 'T-1', occurredAt: '2026-11-22T12:00:00+05:00' }),
  );
  expect(payload).toMatchObject({
    v: 1,
    issuedAt: NOW.toISOString(),
    expiresAt: '2026-11-22T10:15:00.000Z',
    occurredAt: '2026-11-22T07:00:00.000Z',
    storeId: 'ALM-1',
    tillId: 'T-1',
    memberId,
    totalMinor: 1_000_00,
    discountMinor: 100_00,
    payableMinor: 900_00,
    pointsEarnedMinor: 90_00,
    activationDays: 14,
    lifetimeDays: 365,
    limits: [],
  });
  expect(payload.lines).toEqual([
    {
      lineNo: 1,
      sku: 'milk',
      name: 'Сүт',
      categoryPath: 'Food > Dairy',
      brand: 'Аққайнар',
      quantityMilli: 2_000,
      priceMinor: 500_00,
      costMinor: 310_00,
      discounts: [{ promotionId: percent, amountMinor: 100_00, reason: '10% off' }],
      pointsSpentMinor: 0,
      payableMinor: 900_00,
      pointsEarnedMinor: 90_00,
      promotionIds: [percent, double],
    },
  ]);
});

it('prices goods nobody knows, for a customer nobody knows', async () => {
  await run({ scope: { brands: ['Аққайнар'] } });
  const quoted = await ask({ lines: [aLine({ sku: 'new' })] });
  expect(quoted).toMatchObject({
    payable: '1000.00',
    pointsEarned: '0.00',
    pointsSpendable: '0.00',
    lines: [{ name: null }],
  });
  expect(await payloadOf(quoted)).toMatchObject({ memberId: null, tillId: null });
});

it('follows a change at once, on every replica', async () => {
  const replica = livePricing(promotions.db);
  const revision = async () =>
    String((await promotions.db.query('select revision::text from pricing_revision'))[0].revision);
  const before = await replica.at(await revision());
  expect(await ask()).toMatchObject({ applied: [], notApplied: [] });
  const id = await run();
  expect((await ask()).applied).toHaveLength(1);
  const after = await replica.at(await revision());
  expect([before.promotions.length, after.promotions.length]).toEqual([0, 1]);
  expect(await replica.at(await revision())).toBe(after);
  await promotions.ask(
    `mutation ($id: ID!) { setPromotionStatus(input: { id: $id, status: "PAUSED" }) { __typename } }`,
    {
      id,
    },
  );
  expect(await ask()).toMatchObject({ applied: [], notApplied: [] });
});

it('quotes by new settings of the programme at once', async () => {
  const { memberId } = await promotions.haveMember();
  const change = `mutation ($input: UpdateProgrammeInput!) { updateProgramme(input: $input) { __typename } }`;
  const rules = {
    payablePercent: '30',
    roundingStep: '0.01',
    roundingMode: 'DOWN',
    activationDays: 14,
    lifetimeDays: 365,
  };
  expect(await ask({ member: { id: memberId } })).toMatchObject({ pointsEarned: '50.00' });
  await promotions.ask(change, { input: { ...rules, earnPercent: '7', version: 1 } });
  expect(await ask({ member: { id: memberId } })).toMatchObject({ pointsEarned: '70.00' });
  await promotions.ask(change, { input: { ...rules, earnPercent: '5', version: 2 } });
});

it.each(['ru', 'kk', 'en'] as const)('speaks %s when asked', async (language) => {
  await run({ conditions: { membersOnly: true } });
  const { notApplied } = await ask({ language });
  const expected = {
    ru: 'Только участникам: карта не предъявлена',
    kk: 'Тек қатысушыларға: карта көрсетілмеген',
    en: 'Members only: no card was shown',
  };
  expect(notApplied.map(({ reason }) => reason)).toEqual([expected[language]]);
});

it("prints the receipt in the member's language", async () => {
  const { memberId } = await promotions.haveMember({ language: 'kk' });
  expect((await ask({ member: { id: memberId } })).receiptText).toEqual([
    'Жинақталған ұпай: 50.00, 06.12.2026 бастап жұмсауға болады',
  ]);
});

describe('a member is found', () => {
  it.each([
    ['externalId', { externalId: 'CRM-1' }, ' CRM-1 '],
    ['cardNumber', { cards: [{ number: '990001', kind: 'PLASTIC', status: 'ACTIVE' }] }, '990001'],
    ['phone', { phone: '+77011234567' }, '8 (701) 123-45-67'],
    ['email', { email: 'aliya@example.kz' }, 'Aliya@Example.kz'],
  ] as const)('by %s', async (key, facts, value) => {
    const { memberId } = await promotions.haveMember(facts as object);
    expect(await payloadOf(await ask({ member: { [key]: value } }))).toMatchObject({ memberId });
  });

  it('when the news of the enrolment arrives a moment later', async () => {
    const memberId = newId();
    const asked = ask({ member: { id: memberId } });
    setTimeout(() => void promotions.haveMember({ memberId }), 300);
    expect(await payloadOf(await asked)).toMatchObject({ memberId });
  });
});

describe('a quote is refused with', () => {
  it('StoreUnknown for a store nobody knows, or that the key may not see', async () => {
    expect(await ask({ storeId: 'X' })).toMatchObject({ __typename: 'StoreUnknown', code: 'STORE_UNKNOWN' });
    expect(await ask({}, { storeIds: ['AST-1'] })).toMatchObject({ __typename: 'StoreUnknown' });
    expect(await ask({}, { storeIds: ['ALM-1'] })).toMatchObject({ __typename: 'PurchaseQuote' });
  });

  it.each([
    ['an id', { id: '0190a000-0000-7000-8000-000000000000' }],
    ['a word for an id', { id: 'me' }],
    ['a card', { cardNumber: '404' }],
    ['a blocked card', { cardNumber: '990404' }],
    ['half a phone', { phone: '+7701' }],
    ['a code of the app', { qr: 'abc' }],
  ])('MemberUnknown for %s that nobody has', async (_, member) => {
    await promotions.haveMember({ cards: [{ number: '990404', kind: 'PLASTIC', status: 'BLOCKED' }] });
    expect(await ask({ member })).toMatchObject({ __typename: 'MemberUnknown', code: 'MEMBER_UNKNOWN' });
  });

  it('MemberUnknown for somebody who left', async () => {
    const { memberId } = await promotions.haveMember({ status: 'CLOSED' });
    expect(await ask({ member: { id: memberId } })).toMatchObject({ __typename: 'MemberUnknown' });
  });

  it('MemberBlocked before anything about the basket', async () => {
    const { memberId } = await promotions.haveMember({ status: 'BLOCKED' });
    expect(await ask({ member: { id: memberId }, lines: [] })).toMatchObject({
      __typename: 'MemberBlocked',
      code: 'MEMBER_BLOCKED',
    });
  });

  it.each<[object, number | null]>([
    [{ lines: [] }, null],
    [{ lines: [aLine(), aLine()] }, 1],
    [{ lines: [aLine({ lineNo: 7, quantity: '-1' })] }, 7],
    [{ lines: [aLine({ price: '99999999999' })] }, 1],
    [{ lines: Array.from({ length: 1_001 }, (_, index) => aLine({ lineNo: index + 1 })) }, null],
    [{ occurredAt: '2026-11-24T10:00:00Z' }, null],
    [{ tillId: ' ' }, null],
  ])('BasketInvalid that names the line', async (input, lineNo) => {
    const quoted = await ask(input);
    expect(quoted).toMatchObject({ __typename: 'BasketInvalid', code: 'BASKET_INVALID', lineNo });
  });

  it('PointsNotSpendable with the most that may pay', async () => {
    const { memberId } = await promotions.haveMember();
    const refusal = { __typename: 'PointsNotSpendable', code: 'POINTS_NOT_SPENDABLE' };
    expect(await ask({ member: { id: memberId }, pointsToSpend: '300.01' })).toMatchObject({
      ...refusal,
      spendable: '300.00',
    });
    expect(await ask({ pointsToSpend: '1' })).toMatchObject({ ...refusal, spendable: '0.00' });
  });
});

it('takes exactly one member key', async () => {
  for (const member of [{}, { id: newId(), phone: '+77011234567' }]) {
    expect((await promotions.ask(DOCUMENT, { input: basket({ member }) })).errors).toEqual(['BAD_USER_INPUT']);
  }
});

it('needs purchase.quote', async () => {
  expect((await promotions.ask(DOCUMENT, { input: basket() }, { permissions: ['promotions.read'] })).errors).toEqual([
    'FORBIDDEN',
  ]);
});

describe('a preview', () => {
  const PREVIEW = `query ($input: PreviewPromotionInput!) { preview: previewPromotion(input: $input) { __typename
    ... on PromotionPreview { with { payable applied { name } notApplied { reason } receiptText } without { payable applied { name } } }
    ... on PromotionInvalid { problems { field } } ... on UserError { code } } }`;
  const preview = async (promotion: WirePromotion | null, input: object = {}, asking?: Asking) =>
    (await promotions.ask<{ preview: object }>(PREVIEW, { input: { promotion, basket: basket(input) } }, asking)).data
      ?.preview;

  it('prices with the draft beside everything that runs, and without it', async () => {
    await run({ name: 'Running' });
    const draft = aPromotion({ name: 'Draft', receiptText: 'Draft!' });
    expect(await preview(draft, { language: 'en' })).toEqual({
      __typename: 'PromotionPreview',
      with: {
        payable: '810.00',
        applied: expect.arrayContaining([{ name: 'Draft' }, { name: 'Running' }]),
        notApplied: [],
        receiptText: ['Draft!', 'You saved 190.00'],
      },
      without: { payable: '900.00', applied: [{ name: 'Running' }] },
    });
  });

  it('lets an edit stand in for what it edits, and null for what runs alone', async () => {
    const id = await run({ name: 'Running' });
    expect(await preview(aPromotion({ id, effect: { percentOff: '50' } }))).toMatchObject({
      with: { payable: '500.00' },
      without: { payable: '1000.00' },
    });
    expect(await preview(null)).toMatchObject({ with: { payable: '900.00' }, without: { payable: '900.00' } });
  });

  it('refuses what cannot be priced', async () => {
    expect(await preview(aPromotion({ effect: {} }))).toMatchObject({ problems: [{ field: 'effect.percentOff' }] });
    expect(await preview(null, { storeId: 'X' })).toMatchObject({ code: 'STORE_UNKNOWN' });
    expect(await preview(null, { lines: [] })).toMatchObject({ code: 'BASKET_INVALID' });
  });

  it('needs promotions.read', async () => {
    const asked = await promotions.ask(PREVIEW, { input: { basket: basket() } }, { permissions: ['purchase.quote'] });
    expect(asked.errors).toEqual(['FORBIDDEN']);
  });
});
