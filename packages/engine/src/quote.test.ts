import {
  compile,
  quote,
  reason,
  sentenceOf,
  type Basket,
  type PricedBasket,
  type Programme,
  type Promotion,
  type Goods,
} from '.';
import {
  aBasket,
  aLine,
  amountOff,
  aMember,
  aProgramme,
  aPromotion,
  EVERYTHING,
  percentOff,
  pointsTimes,
} from './test/builders';

function price(promotions: Promotion[], basket: Basket = aBasket(), programme: Programme = aProgramme()): PricedBasket {
  const result = quote(compile(promotions, programme), basket);
  if (result.__typename !== 'PricedBasket') throw new Error('The points are not spendable');
  return result;
}

const whyNot = (promotion: Promotion, basket: Basket = aBasket()): string[] =>
  price([promotion], basket).notApplied.map(({ because }) => sentenceOf(because, 'en'));

describe('a percentage off', () => {
  const onGoods = (goods: Goods) => aPromotion({ kind: 'PERCENT', goods, percent: 1_000n });
  const list = (kind: 'SKU' | 'BRAND' | 'CATEGORY', ...names: string[]): Goods => ({ kind, in: names });
  const both = (...of: Goods[]): Goods => ({ kind: 'ALL', of });
  const shoes = aLine({
    lineNo: 2,
    sku: 'boots',
    quantityMilli: 1_000n,
    priceMinor: 999_99n,
    brand: 'Bata',
    category: 'Shoes > Boots',
  });
  const basket = aBasket({ lines: [aLine(), shoes] });

  it.each<[string, Goods, bigint[]]>([
    ['all goods', EVERYTHING, [500_00n, 100_00n]],
    ['a category and what is below it', list('CATEGORY', 'Food'), [500_00n, 0n]],
    ['a category written loosely', list('CATEGORY', ' Food>Dairy '), [500_00n, 0n]],
    ['a brand', list('BRAND', 'Bata'), [0n, 100_00n]],
    ['a SKU', list('SKU', 'boots'), [0n, 100_00n]],
    ['a brand within a category', both(list('BRAND', 'Bata'), list('CATEGORY', 'Food')), [0n, 0n]],
    [
      'any of a list',
      both(list('BRAND', 'Bata', 'Аққайнар'), list('CATEGORY', 'Food', 'Shoes > Boots')),
      [500_00n, 100_00n],
    ],
    ['a category whose name merely begins alike', list('CATEGORY', 'Foo'), [0n, 0n]],
  ])('is taken off %s', (_, goods, discounts) => {
    expect(price([onGoods(goods)], basket).lines.map((line) => line.discountMinor)).toEqual(discounts);
  });

  it('says its reason on the line', () => {
    const [discount] = price([percentOff(1_250n)]).lines.flatMap((line) => line.discounts);
    expect(discount).toMatchObject({ promotionId: 'P1', amountMinor: 625_00n });
    expect(discount && sentenceOf(discount.because, 'ru')).toBe('Скидка 12.5%');
  });

  it('prices goods the catalogue does not know without promotions on brand or category', () => {
    const unknown = aBasket({ lines: [aLine({ sku: 'new', brand: null, category: null })] });
    expect(price([onGoods(list('CATEGORY', 'Food'))], unknown)).toMatchObject({
      discountMinor: 0n,
      payableMinor: 5_000_00n,
    });
  });
});

describe('an amount off', () => {
  it('is spread over the lines to the minor unit', () => {
    const lines = [1, 2, 3].map((lineNo) =>
      aLine({ lineNo, sku: `s${lineNo}`, quantityMilli: 1_000n, priceMinor: 33_33n }),
    );
    const priced = price([amountOff(10_00n, 99_99n)], aBasket({ lines }));
    expect(priced.lines.map((line) => line.discountMinor)).toEqual([3_34n, 3_33n, 3_33n]);
  });

  it('says how much is missing', () => {
    expect(whyNot(amountOff(500_00n, 5_430_00n))).toEqual(['430 more to reach 5,430']);
  });

  it('never takes more than its goods cost', () => {
    expect(price([amountOff(9_000_00n, 0n), percentOff(5_000n, { id: 'P2' })])).toMatchObject({
      discountMinor: 5_000_00n,
      payableMinor: 0n,
    });
  });
});

describe('a points multiplier', () => {
  it('adds to what the programme gives', () => {
    const priced = price([pointsTimes(300n)]);
    expect(priced.pointsEarnedMinor).toBe(750_00n);
    expect(priced.applied).toMatchObject([{ promotionId: 'P1', discountMinor: 0n, pointsEarnedMinor: 500_00n }]);
    expect(priced.lines.map((line) => line.promotionIds)).toEqual([['P1']]);
  });

  it('gives nothing to an anonymous customer', () => {
    const anonymous = aBasket({ member: null });
    expect(price([pointsTimes(300n)], anonymous)).toMatchObject({ pointsEarnedMinor: 0n, pointsSpendableMinor: 0n });
    expect(whyNot(pointsTimes(300n), anonymous)).toEqual(['Members only: no card was shown']);
  });
});

describe('promotions of one group of which the best applies', () => {
  const group = { stacking: { group: 'autumn', mode: 'BEST' as const } };

  it('leave each line the most generous one', () => {
    const [small, large] = [
      percentOff(500n, { ...group, id: 'small', priority: 900 }),
      percentOff(700n, { ...group, id: 'large', name: 'Large' }),
    ];
    const priced = price([small, large]);
    expect(priced.applied.map(({ promotionId }) => promotionId)).toEqual(['large']);
    expect(priced.notApplied.map(({ because }) => sentenceOf(because, 'en'))).toEqual([
      'Does not add to “Large”, which gives more',
    ]);
  });

  it.each<[bigint, string]>([
    [400_00n, 'percent'],
    [600_00n, 'amount'],
  ])('compare %s off the basket with ten per cent off the lines', (amountMinor, winner) => {
    const priced = price([
      percentOff(1_000n, { ...group, id: 'percent' }),
      amountOff(amountMinor, 0n, { ...group, id: 'amount' }),
    ]);
    expect(priced.applied.map(({ promotionId }) => promotionId)).toEqual([winner]);
  });

  it('compare points with discounts, a point being worth one unit of money', () => {
    const priced = price([
      percentOff(1_000n, { ...group, id: 'percent' }),
      pointsTimes(400n, { ...group, id: 'points' }),
    ]);
    expect(priced.applied.map(({ promotionId }) => promotionId)).toEqual(['points']);
  });

  it('add to those of other groups, each on what the one before left', () => {
    const priced = price([
      percentOff(1_000n, group),
      percentOff(1_000n, { id: 'P2', stacking: { group: 'winter', mode: 'BEST' } }),
      percentOff(1_000n, { id: 'P3' }),
    ]);
    expect(priced.payableMinor).toBe(3_645_00n);
  });
});

describe('the programme', () => {
  it('earns from what is paid in money', () => {
    const priced = price([percentOff(1_000n)], aBasket({ pointsToSpendMinor: 1_000_00n }));
    expect(priced).toMatchObject({
      pointsSpendableMinor: 1_350_00n,
      payableMinor: 3_500_00n,
      pointsEarnedMinor: 175_00n,
    });
  });

  it.each([
    ['BEFORE_DISCOUNTS', 250_00n],
    ['AFTER_DISCOUNTS', 225_00n],
    ['AFTER_DISCOUNTS_AND_POINTS', 175_00n],
  ] as const)('can earn %s', (rewardBase, pointsEarnedMinor) => {
    const priced = price([percentOff(1_000n)], aBasket({ pointsToSpendMinor: 1_000_00n }), aProgramme({ rewardBase }));
    expect(priced.pointsEarnedMinor).toBe(pointsEarnedMinor);
  });

  it.each([
    [{ unitMinor: 1n, mode: 'DOWN' }, 4_99n],
    [{ unitMinor: 1n, mode: 'HALF_UP' }, 5_00n],
    [{ unitMinor: 100n, mode: 'DOWN' }, 4_00n],
    [{ unitMinor: 100n, mode: 'HALF_UP' }, 5_00n],
  ] as const)('rounds the points of a basket by %p', (rounding, pointsEarnedMinor) => {
    const basket = aBasket({ lines: [aLine({ quantityMilli: 1_000n, priceMinor: 99_95n })] });
    expect(price([], basket, aProgramme({ rounding })).pointsEarnedMinor).toBe(pointsEarnedMinor);
  });

  it('respects goods that neither earn nor are paid for by points', () => {
    const wine = aLine({
      lineNo: 2,
      sku: 'wine',
      category: 'Alcohol > Wine',
      quantityMilli: 1_000n,
      priceMinor: 10_000_00n,
    });
    const programme = aProgramme({
      earnExcluded: { kind: 'CATEGORY', in: ['Alcohol'] },
      payExcluded: { kind: 'CATEGORY', in: ['Alcohol'] },
    });
    const priced = price(
      [pointsTimes(200n)],
      aBasket({ lines: [aLine(), wine], pointsToSpendMinor: 1_500_00n }),
      programme,
    );
    expect(priced.pointsSpendableMinor).toBe(1_500_00n);
    expect(priced.lines[1]).toMatchObject({ pointsSpentMinor: 0n, pointsEarnedMinor: 0n });
  });

  it('dates the points', () => {
    const at = Date.UTC(2026, 0, 1);
    expect(price([], aBasket({ at }))).toMatchObject({
      pointsActivateAt: Date.UTC(2026, 0, 15),
      pointsExpireAt: Date.UTC(2027, 0, 15),
    });
    expect(price([], aBasket({ at }), aProgramme({ lifetimeDays: null })).pointsExpireAt).toBeNull();
  });

  it('refuses more points than it lets pay, and any from an anonymous customer', () => {
    const compiled = compile([], aProgramme());
    const refusal = { __typename: 'PointsNotSpendable', spendableMinor: 1_500_00n };
    expect(quote(compiled, aBasket({ pointsToSpendMinor: 1_500_01n }))).toEqual(refusal);
    expect(quote(compiled, aBasket({ pointsToSpendMinor: -1n }))).toEqual(refusal);
    expect(quote(compiled, aBasket({ pointsToSpendMinor: 1n, member: null }))).toMatchObject({ spendableMinor: 0n });
  });
});

it('explains in three languages what kept a promotion away', () => {
  const women = percentOff(1_000n, { condition: { kind: 'GENDER', gender: 'FEMALE' } });
  const { notApplied } = price([women], aBasket({ member: aMember({ gender: 'MALE' }) }));
  expect(
    notApplied.map(({ because }) => (['en', 'ru', 'kk'] as const).map((language) => sentenceOf(because, language))),
  ).toEqual([['For other members', 'Для других участников', 'Басқа қатысушыларға арналған']]);
});

it('does not price a basket that cannot be', () => {
  expect(() => price([], aBasket({ lines: [] }))).toThrow('The basket has no lines.');
});

it('gives nothing of a promotion that is withheld, says why, and lets its rival have the lines', () => {
  const stacking = { group: 'g', mode: 'BEST' as const };
  const best = percentOff(2_000n, { id: 'P1', name: 'Best', stacking });
  const next = percentOff(1_000n, { id: 'P2', name: 'Next', stacking });
  const withheld = new Map([['P1', reason('limit.exhausted')]]);
  const priced = quote(compile([best, next], aProgramme()), aBasket({ withheld }));
  expect(priced).toMatchObject({
    discountMinor: 50_000n,
    applied: [{ promotionId: 'P2' }],
    notApplied: [{ promotionId: 'P1', because: { key: 'limit.exhausted' } }],
  });
});
