import { QUOTE_TYP, signedQuoteSchema, type QuotePayload } from '@adal/events';
import { newId } from '@adal/service';
import { compactVerify } from 'jose';
import { aLine, amountOff, percentOff, pointsTimes } from '../../../test/builders';
import { NOW, startPromotions, type Asking, type Promotions } from '../../../test/harness';
import { askQuote, type Quoted } from '../../../test/quoting';
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

const ask = (input?: object, asking?: Asking): Promise<Quoted> => askQuote(promotions, input, asking);

async function payloadOf({ token }: Quoted): Promise<QuotePayload> {
  const { payload, protectedHeader } = await compactVerify(token, promotions.quotePublicKey);
  expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: QUOTE_TYP });
  return signedQuoteSchema.parse(JSON.parse(Buffer.from(payload).toString()));
}

it('prices a basket line by line, with reasons and why-nots', async () => {
  const { memberId } = await promotions.haveMember();
  const text = { kind: 'RECEIPT_TEXT', text: { ru: 'Скидка на молоко!', kk: 'Сүтке жеңілдік!' } };
  const effects = [percentOff('10', { kind: 'CATEGORY', in: ['Food'] }), text];
  const dairy = await promotions.haveRunning({ name: 'Dairy' }, { effects });
  await promotions.haveRunning({ name: 'Big' }, amountOff('100', '1430'));
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
    notApplied: [{ name: 'Big', reason: '430 more to reach 1,430' }],
    receiptText: [
      'Скидка на молоко!',
      'Ваша скидка: 100\u00a0₸',
      'Оплачено баллами: 100',
      'Начислено баллов: 40, можно тратить с 06.12.2026',
    ],
  });
});

it('signs what the ledger books', async () => {
  const { memberId } = await promotions.haveMember();
  const percent = await promotions.haveRunning({ name: 'Percent' });
  const double = await promotions.haveRunning({ name: 'Double' }, { effects: [pointsTimes('2')] });
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
    shortfallPolicy: 'RECOVER',
    limits: [],
    promotions: [
      { promotionId: percent, version: 1, variant: null, heldOut: false },
      { promotionId: double, version: 1, variant: null, heldOut: false },
    ],
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

it('says once what a promotion adds, though two of its effects give points, and by the lines that earn them', async () => {
  const { memberId } = await promotions.haveMember();
  const effects = [pointsTimes('2', { kind: 'BRAND', in: ['Аққайнар'] }), pointsTimes('3')];
  const promotionId = await promotions.haveRunning({ name: 'Both' }, { effects });
  const lines = [aLine({ lineNo: 1 }), aLine({ lineNo: 2, sku: 'new', quantity: '1' })];
  const payload = await payloadOf(await ask({ member: { id: memberId }, lines }));
  // 5 % of 1,000 and of 500 by the programme; as much again and twice as much by the effects.
  expect(payload.pointsEarnedMinor).toBe(75_00 + 200_00);
  expect(payload.promotions).toEqual([
    {
      ...{ promotionId, version: 1, variant: null, heldOut: false, pointsMinor: 200_00 },
      pointsByLine: [
        { lineNo: 1, pointsMinor: 150_00 },
        { lineNo: 2, pointsMinor: 50_00 },
      ],
    },
  ]);
});

it('prices goods nobody knows, for a customer nobody knows', async () => {
  await promotions.haveRunning({}, { effects: [percentOff('10', { kind: 'BRAND', in: ['Аққайнар'] })] });
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
  const id = await promotions.haveRunning();
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

it('says also of a promotion that nothing in the basket touches why it did not apply', async () => {
  await promotions.haveRunning({ name: 'Shoes' }, { effects: [percentOff('10', { kind: 'SKU', in: ['boots'] })] });
  const { notApplied } = await ask();
  expect(notApplied.map(({ name, reason }) => [name, reason])).toEqual([['Shoes', expect.stringMatching(/\w/)]]);
});

it.each(['ru', 'kk', 'en'] as const)('speaks %s when asked', async (language) => {
  await promotions.haveRunning({}, { condition: { kind: 'IDENTIFIED' } });
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
    'Жинақталған ұпай: 50, 06.12.2026 бастап жұмсауға болады',
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
