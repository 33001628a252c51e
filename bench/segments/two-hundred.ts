import { newId } from '@adal/service';

/** A segment to be followed. */
export interface Followed {
  readonly id: string;
  readonly name: string;
  readonly definition: object;
}

/** How many purchases of a day have a segment of their own: with every further purchase a member enters one. */
const TIMES = 40;
const SEGMENTS = 200;

const lastYear = { kind: 'LAST_DAYS', days: 365 };
const thisMonth = { kind: 'CALENDAR', unit: 'MONTH', ago: 0 };
const bought = (of: object, when: object, measure: string, from: number): object => ({
  kind: 'PURCHASES',
  of,
  when,
  measure,
  from,
});

/** Marketers' usual questions, each with another brand, category, store, age or sum for every n. */
const KINDS: readonly ((n: number) => object)[] = [
  (n) => bought({ brands: [`Brand ${n % 150}`] }, lastYear, 'AMOUNT', 1_000_000 + n * 10_000),
  (n) => bought({ categories: [`Department ${n % 12}`] }, thisMonth, 'RECEIPTS', 1 + (n % 3)),
  (n) => ({
    kind: 'ALL',
    of: [
      { kind: 'GENDER', in: ['FEMALE'] },
      { kind: 'AGE', from: 20 + (n % 30), to: 40 + (n % 30) },
      bought({ weekdays: [6, 7] }, lastYear, 'RECEIPTS', 2),
    ],
  }),
  (n) => ({
    kind: 'ALL',
    of: [
      bought({ stores: [`S${n % 105}`] }, { kind: 'EVER' }, 'RECEIPTS', 3),
      { kind: 'NOT', of: bought({ stores: [`S${n % 105}`] }, thisMonth, 'RECEIPTS', 1) },
    ],
  }),
  (n) => ({
    kind: 'ANY',
    of: [
      { kind: 'DAYS_SINCE', purchase: 'LAST', from: 60 + n },
      { kind: 'RFM', grid: 'CLASSIC', cells: ['1-1-1'] },
    ],
  }),
  (n) => ({ kind: 'BRAND_SHARE', brand: `Brand ${n % 150}`, by: 'AMOUNT', when: lastYear, from: 400 }),
  (n) => bought({ hours: { from: 18, to: 21 }, promoted: true }, lastYear, 'QUANTITY', 5_000 + n * 1_000),
  () => ({ kind: 'BIRTHDAY', of: 'MEMBER', when: { kind: 'CALENDAR', unit: 'WEEK', ahead: 1 } }),
];

/** Members enter one of the first forty with each purchase of a day; the others are what a chain keeps. */
export function twoHundred(): { times: Followed[]; others: Followed[] } {
  const times = Array.from({ length: TIMES }, (_, n) => ({
    id: newId(),
    name: `Bought ${n + 1} times today`,
    definition: bought({}, { kind: 'LAST_DAYS', days: 1 }, 'RECEIPTS', n + 1),
  }));
  const others = Array.from({ length: SEGMENTS - TIMES }, (_, n) => ({
    id: newId(),
    name: `Segment ${n}`,
    definition: KINDS[n % KINDS.length]?.(n) ?? {},
  }));
  return { times, others };
}
