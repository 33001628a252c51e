import { localTimeAt, sentenceOf, type Basket, type Condition, type MemberFacts } from '.';
import { compileCondition } from './compile-condition';
import { Facts, GoodsRegistry } from './facts';
import { aBasket, aLine, aMember, SUNDAY_AFTERNOON } from './test/builders';

const DAY = 86_400_000;

/** What fails, as a sentence; null when the condition holds. */
function failing(condition: Condition, basket: Partial<Basket> = {}): string | null {
  const registry = new GoodsRegistry();
  const check = compileCondition(condition, registry);
  const failure = check(new Facts(aBasket(basket), { goods: registry.tests, earns: () => true }));
  return failure && sentenceOf(failure, 'en');
}

const who = (facts: Partial<MemberFacts>): Partial<Basket> => ({ member: aMember(facts) });
const boots = { ...aLine({ sku: 'boots', category: 'Shoes > Boots' }), amountMinor: 30_000_00n };
const polish = { ...aLine({ sku: 'polish', category: 'Care' }), amountMinor: 1_500_00n };
const bought = (...days: [number, typeof boots][]): Partial<Basket> =>
  who({ history: days.map(([ago, line]) => ({ at: SUNDAY_AFTERNOON - ago * DAY, lines: [line] })) });
const shoes = { kind: 'CATEGORY' as const, in: ['Shoes'] };
const care = { kind: 'CATEGORY' as const, in: ['Care'] };
const everything = { kind: 'EVERYTHING' as const };
const atLeast = (least: bigint) => ({ atLeast: least, atMost: null });
const at = (month: number, day: number, hour = 12): Partial<Basket> => {
  const instant = Date.UTC(2026, month - 1, day, hour - 5);
  return { at: instant, local: localTimeAt(instant, 'Asia/Almaty') };
};

it.each<[Condition, Partial<Basket>, string | null]>([
  [{ kind: 'BASKET', measure: 'SUM', ...atLeast(5_430_00n) }, {}, '430 more to reach 5,430'],
  [{ kind: 'BASKET', measure: 'SUM', ...atLeast(5_000_00n) }, {}, null],
  [{ kind: 'BASKET', measure: 'LINES', ...atLeast(2n) }, {}, '1 more different goods to make 2'],
  [{ kind: 'LINES', goods: everything, measure: 'QUANTITY', atLeast: null, atMost: 9_000n }, {}, 'Only up to 9 pcs'],
  [
    { kind: 'LINES', goods: shoes, measure: 'COUNT', ...atLeast(1n) },
    {},
    '1 more different ones of category Shoes to make 1',
  ],
  [{ kind: 'NTH_PURCHASE', n: null, every: 5 }, who({ purchaseCount: 12 }), 'On every 5th purchase: 2 more to go'],
  [{ kind: 'NTH_PURCHASE', n: 3, every: null }, who({ purchaseCount: 2 }), null],
  [{ kind: 'FIRST_PURCHASE' }, who({ purchaseCount: 1 }), 'For the first purchase only'],
  [{ kind: 'TENDER', in: ['CARD'] }, { tenders: [{ tender: 'CASH', amountMinor: null }] }, 'When paid by CARD'],
  [{ kind: 'CHANNEL', in: ['APP'] }, {}, 'Only in the app'],
  [{ kind: 'STORE', storeIds: ['ALM-1'], cities: ['almaty '], banners: [], brands: [] }, {}, null],
  [
    { kind: 'STORE', storeIds: ['ALM-1'], cities: ['Astana'], banners: [], brands: [] },
    {},
    'Does not run in this store',
  ],
  [{ kind: 'COUPON', poolId: 'p' }, { coupons: [{ code: 'c', poolId: 'p' }] }, null],
  [{ kind: 'COUPON', poolId: 'p' }, { coupons: [{ code: 'c', poolId: 'q' }] }, 'A coupon is needed'],
  [{ kind: 'PERIOD', from: null, until: SUNDAY_AFTERNOON }, {}, 'Ended at 2026-11-22 15:00'],
  [{ kind: 'PERIOD', from: SUNDAY_AFTERNOON, until: null }, {}, null],
  [{ kind: 'WEEKDAYS', in: [6, 1] }, {}, 'Only on Mon, Sat'],
  [{ kind: 'HOURS', in: [{ from: 1_320, until: 120 }] }, at(11, 22, 23), null],
  [{ kind: 'HOURS', in: [{ from: 1_320, until: 120 }] }, at(11, 22, 2), 'Only at 22:00–02:00'],
  [
    { kind: 'HOLIDAY', names: [], daysBefore: 2, daysAfter: 0 },
    { holidays: [{ name: 'X', date: '2026-11-24' }] },
    null,
  ],
  [
    { kind: 'HOLIDAY', names: ['Y'], daysBefore: 2, daysAfter: 0 },
    { holidays: [{ name: 'X', date: '2026-11-24' }] },
    'Only around holidays Y',
  ],
  [{ kind: 'IDENTIFIED' }, { member: null }, 'Members only: no card was shown'],
  [{ kind: 'GENDER', gender: 'FEMALE' }, who({}), "The member's gender is not known"],
  [{ kind: 'CITY', in: ['АЛМАТЫ'] }, who({ city: ' алматы' }), null],
  [{ kind: 'AGE', from: 36, to: null }, who({ birthDate: '1990-11-23' }), 'For members of 36 and older'],
  [{ kind: 'AGE', from: 36, to: 36 }, who({ birthDate: '1990-11-22' }), null],
  [{ kind: 'BIRTHDAY', daysBefore: 3, daysAfter: 0 }, { ...at(12, 30), ...who({ birthDate: '1990-01-02' }) }, null],
  [{ kind: 'BIRTHDAY', daysBefore: 0, daysAfter: 1 }, { ...at(3, 1), ...who({ birthDate: '2000-02-29' }) }, null],
  [
    { kind: 'CHILD', ageFrom: 0, ageTo: 5, gender: 'MALE', birthdayWithin: null },
    who({ children: [{ gender: 'FEMALE', birthDate: '2024-01-01' }] }),
    'For parents of children of 0 to 5',
  ],
  [
    { kind: 'CHILD', ageFrom: 0, ageTo: 5, gender: null, birthdayWithin: 7 },
    who({ children: [{ gender: null, birthDate: '2024-11-25' }] }),
    null,
  ],
  [{ kind: 'ATTRIBUTE', key: 'size', op: 'BETWEEN', values: [36, 38] }, who({ attributes: { size: 37 } }), null],
  [
    { kind: 'ATTRIBUTE', key: 'size', op: 'GTE', values: [36] },
    who({ attributes: { size: '37' } }),
    'For members with another “size”',
  ],
  [
    { kind: 'ATTRIBUTE', key: 'likes', op: 'IN', values: ['tea'] },
    who({ attributes: { likes: ['coffee', 'tea'] } }),
    null,
  ],
  [{ kind: 'SEGMENT', in: ['a'] }, who({ segments: ['b'] }), 'For another group of members'],
  [{ kind: 'MEMBER_LIST', in: ['a'] }, who({ lists: ['a'] }), null],
  [
    { kind: 'REGISTERED', withinDays: 30, beforeDays: null },
    who({ registeredAt: SUNDAY_AFTERNOON - 31 * DAY }),
    'For members who joined within 30 days',
  ],
  [
    { kind: 'REGISTERED', withinDays: null, beforeDays: 30 },
    who({ registeredAt: SUNDAY_AFTERNOON - 28 * DAY }),
    'For older members: 2 more days',
  ],
  [{ kind: 'BUCKET', salt: 's', fromShare: 0n, toShare: 10_000n }, {}, null],
  [
    { kind: 'BOUGHT', goods: shoes, measure: 'SUM', withinDays: 30, ...atLeast(50_000_00n) },
    bought([10, boots]),
    'Bought too little in 30 days: 20,000 more of 50,000 on category Shoes',
  ],
  [
    { kind: 'BOUGHT', goods: shoes, measure: 'RECEIPTS', withinDays: 30, ...atLeast(1n) },
    bought([30, boots]),
    'Bought category Shoes too seldom in 30 days: 1 more of 1',
  ],
  [{ kind: 'BOUGHT', goods: shoes, measure: 'RECEIPTS', withinDays: 30, ...atLeast(1n) }, bought([29, boots]), null],
  [
    { kind: 'DAYS_SINCE_LAST', ...atLeast(90n) },
    who({ lastPurchaseAt: SUNDAY_AFTERNOON - 40 * DAY }),
    'For who has not bought for 90 days; it was 40 days ago',
  ],
  [{ kind: 'DAYS_SINCE_LAST', ...atLeast(90n) }, who({}), 'For members who bought before'],
  [{ kind: 'BOUGHT_WITHOUT', goods: shoes, accessory: care, withinDays: 60 }, bought([20, polish], [10, boots]), null],
  [
    { kind: 'BOUGHT_WITHOUT', goods: shoes, accessory: care, withinDays: 60 },
    bought([20, boots], [10, polish]),
    'Already has category Care',
  ],
  [{ kind: 'NOT', of: { kind: 'GENDER', gender: 'FEMALE' } }, who({ gender: 'FEMALE' }), 'Not for: women'],
])('checks %#', (condition, basket, sentence) => expect(failing(condition, basket)).toBe(sentence));

it('lets the first alternative speak for all of them', () => {
  const either: Condition = {
    kind: 'ANY',
    of: [
      { kind: 'CHANNEL', in: ['APP'] },
      { kind: 'COUPON', poolId: 'p' },
    ],
  };
  expect(failing(either)).toBe('Only in the app');
  expect(failing(either, { channel: 'APP' })).toBeNull();
});
