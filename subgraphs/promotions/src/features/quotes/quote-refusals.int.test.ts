import { newId } from '@adal/service';
import { aLine } from '../../../test/builders';
import { startPromotions, type Asking, type Promotions } from '../../../test/harness';
import { aBasket, askQuote, QUOTE_DOCUMENT, type Quoted } from '../../../test/quoting';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterAll(() => promotions.stop());

const ask = (input?: object, asking?: Asking): Promise<Quoted> => askQuote(promotions, input, asking);

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
    expect((await promotions.ask(QUOTE_DOCUMENT, { input: aBasket({ member }) })).errors).toEqual(['BAD_USER_INPUT']);
  }
});

it('needs purchase.quote', async () => {
  expect(
    (await promotions.ask(QUOTE_DOCUMENT, { input: aBasket() }, { permissions: ['promotions.read'] })).errors,
  ).toEqual(['FORBIDDEN']);
});
