import { aQuote } from '../../../test/builders';
import { lotOf, promisedTenders, saleOfQuote, saleOfReceipt, type SaleFacts } from './purchase.rules';

const store = { id: 'S1', timeZone: 'Asia/Almaty', legalEntity: 'MAIN' } as SaleFacts['store'];
const facts: SaleFacts = {
  purchaseId: 'p1',
  contentHash: Buffer.alloc(32),
  store,
  memberId: '01900000-0000-7000-8000-000000000001',
  receiptNumber: null,
  cashierId: null,
  payments: [],
  now: new Date('2026-11-22T10:00:05Z'),
  lotId: '01900000-0000-7000-8000-000000000002',
};

describe('a sale of a quote', () => {
  it('is priced as promised, on the business day of the store', () => {
    const sale = saleOfQuote(
      aQuote([{ discountMinor: 5_000, spentMinor: 1_000, earnedMinor: 300 }], { occurredAt: '2026-11-22T20:00:00Z' }),
      facts,
    );
    expect(sale?.purchase).toMatchObject({
      businessDay: '2026-11-23',
      businessHour: 1,
      totalMinor: 100_000n,
      discountMinor: 5_000n,
      payableMinor: 94_000n,
      pointsSpentMinor: 1_000n,
    });
    expect(sale?.lot).toMatchObject({ amountMinor: 300n, leftMinor: 300n, legalEntity: 'MAIN', source: 'PURCHASE' });
  });

  it('makes a lot that waits for its day', () => {
    expect(saleOfQuote(aQuote([{ earnedMinor: 300 }], { activationDays: 1 }), facts)?.lot?.status).toBe('PENDING');
    expect(saleOfQuote(aQuote([{ earnedMinor: 300 }]), facts)?.lot?.status).toBe('ACTIVE');
  });

  it.each([
    { totalMinor: 1 },
    { discountMinor: 1 },
    { payableMinor: 1 },
    { pointsSpentMinor: 1 },
    { pointsEarnedMinor: 1 },
  ])('is none when the quote says %j and its lines say otherwise', (wrong) =>
    expect(saleOfQuote(aQuote([{}], wrong), facts)).toBeNull(),
  );

  it('moves no points without a member', () => {
    expect(saleOfQuote(aQuote([{ earnedMinor: 1 }]), { ...facts, memberId: null })).toBeNull();
    expect(saleOfQuote(aQuote([{ spentMinor: 1 }]), { ...facts, memberId: null })).toBeNull();
  });
});

describe('a quote that depends on how it is paid', () => {
  const tenders = [
    { tender: 'CARD', amountMinor: 60_000 },
    { tender: 'CASH', amountMinor: 40_000 },
  ];
  const [card, cash] = [
    { tender: 'Card', amount: 60_000n },
    { tender: 'CASH', amount: 40_000n },
  ];

  it('is kept by the payments it names, in any order and any parts, and by a till that does not say', () => {
    expect(promisedTenders({ tenders }, [cash, card])).toBeNull();
    expect(promisedTenders({ tenders }, [cash, card, { ...card, amount: 0n }])).toBeNull();
    expect(promisedTenders({ tenders }, [cash, { ...card, amount: 10_000n }, { ...card, amount: 50_000n }])).toBeNull();
    expect(promisedTenders({ tenders }, [])).toBeNull();
    expect(promisedTenders({}, [cash])).toBeNull();
  });

  it.each([
    [[{ tender: 'CASH', amount: 100_000n }]],
    [
      [
        { ...cash, amount: 60_000n },
        { ...card, amount: 40_000n },
      ],
    ],
    [[cash, { tender: 'QR', amount: 60_000n }]],
  ])('is broken by %j', (payments) => expect(promisedTenders({ tenders }, payments)).toBe('CARD, CASH'));

  it('is broken by any payment when it was priced for none', () =>
    expect(promisedTenders({ tenders: [] }, [cash])).toBe('nothing'));
});

describe('a sale of a printed receipt', () => {
  const line = { lineNo: 1, sku: 'A', quantity: 1_500n, price: 100_000n, amount: 120_000n };
  const printed = { tillId: null, occurredAt: facts.now, lines: [line] };

  it('counts what is off the shelf price as discount, and moves no points', () => {
    const sale = saleOfReceipt(printed, facts);
    expect(sale).toMatchObject({
      purchase: { totalMinor: 150_000n, discountMinor: 30_000n, payableMinor: 120_000n, pointsEarnedMinor: 0n },
      lot: null,
      limits: [],
    });
  });

  it('refuses a line number that is there twice', () => {
    expect(saleOfReceipt({ ...printed, lines: [line, line] }, facts)).toMatchObject({
      __typename: 'ReceiptInvalid',
      lineNo: 1,
    });
  });

  it('refuses more than a thousand lines', () => {
    const lines = Array.from({ length: 1_001 }, (_, index) => ({ ...line, lineNo: index + 1 }));
    expect(saleOfReceipt({ ...printed, lines }, facts)).toMatchObject({ __typename: 'ReceiptInvalid', lineNo: null });
  });
});

it('makes no lot of nothing', () => {
  const sale = saleOfQuote(aQuote([{}]), facts);
  expect(sale && lotOf(sale.purchase, 'x')).toBeNull();
});
