// Segments: how many members a definition holds for, beside looking at every member's purchases.
import type { Purchase } from './purchases.ts';
import { centsOf, count, isSale, one, sumsBy, type Question } from './question.ts';
import type { DataSet } from './sets.ts';

/** Members picked by a definition, and by hand. */
interface Picked {
  readonly who: string;
  definition(set: DataSet, purchases: readonly Purchase[]): object;
  counted(set: DataSet, purchases: readonly Purchase[]): Set<string>;
}

const TIMES = 3;
const SPENT_CENTS = 50_000;

const ever = ({ days: [from, to] }: DataSet): object => ({ kind: 'BETWEEN', from, to });
const bought = (set: DataSet, of: object, bounds: object = { from: 1 }, when = ever(set)): object => ({
  kind: 'PURCHASES',
  of,
  when,
  measure: 'RECEIPTS',
  ...bounds,
});

const membersOf = (purchases: readonly Purchase[], holds: (purchase: Purchase) => boolean): Set<string> =>
  new Set(
    purchases.flatMap((purchase) =>
      purchase.member !== null && isSale(purchase) && holds(purchase) ? [purchase.member] : [],
    ),
  );

const reaching = (sums: ReadonlyMap<string, number>, least: number): Set<string> =>
  new Set([...sums].filter(([, sum]) => sum >= least).map(([member]) => member));

const lastMonth = ({ days: [, last] }: DataSet): { from: string; to: string } => ({
  from: `${last.slice(0, 7)}-01`,
  to: last,
});

/** The product on most receipts; of equals the first by its code. */
function bestSeller(purchases: readonly Purchase[]): string {
  const receipts = new Map<string, number>();
  for (const { lines } of purchases.filter(isSale))
    for (const sku of new Set(lines.map((line) => line.sku))) receipts.set(sku, (receipts.get(sku) ?? 0) + 1);
  const [best] = [...receipts].sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1));
  return best?.[0] ?? '';
}

const isWeekend = ({ day }: Purchase): boolean => [0, 6].includes(new Date(day).getUTCDay());
const isMorning = ({ hour }: Purchase): boolean => hour >= 9 && hour <= 11;

export const OFTEN: Picked = {
  who: `bought ${TIMES} times or more`,
  definition: (set) => bought(set, {}, { from: TIMES }),
  counted: (_set, purchases) =>
    reaching(
      sumsBy(
        purchases.filter(isSale),
        ({ member }) => member,
        () => 1,
      ),
      TIMES,
    ),
};

const PICKED: readonly Picked[] = [
  OFTEN,
  {
    who: `spent ${SPENT_CENTS / 100} or more`,
    definition: (set) => ({ kind: 'PURCHASES', of: {}, when: ever(set), measure: 'AMOUNT', from: SPENT_CENTS }),
    counted: (_set, purchases) =>
      reaching(
        sumsBy(purchases, ({ member }) => member, centsOf),
        SPENT_CENTS,
      ),
  },
  {
    who: 'bought on a Saturday or Sunday',
    definition: (set) => bought(set, { weekdays: [6, 7] }),
    counted: (_set, purchases) => membersOf(purchases, isWeekend),
  },
  {
    who: 'bought from nine to noon, and nothing in the last month',
    definition: (set) => ({
      kind: 'ALL',
      of: [
        bought(set, { hours: { from: 9, to: 11 } }),
        bought(set, {}, { to: 0 }, { kind: 'BETWEEN', ...lastMonth(set) }),
      ],
    }),
    counted: (set, purchases) => {
      const late = membersOf(purchases, ({ day }) => day >= lastMonth(set).from);
      return new Set([...membersOf(purchases, isMorning)].filter((member) => !late.has(member)));
    },
  },
  {
    who: 'bought the product that is on most receipts',
    definition: (set, purchases) => bought(set, { skus: [bestSeller(purchases)] }),
    counted: (_set, purchases) => {
      const best = bestSeller(purchases);
      return membersOf(purchases, ({ lines }) => lines.some(({ sku }) => sku === best));
    },
  },
];

const PREVIEW = `query Preview($definition: JSON!) { previewSegment(definition: $definition) {
  __typename ... on SegmentPreview { count } } }`;

export const segmentQuestions = (set: DataSet, purchases: readonly Purchase[]): Question[] =>
  PICKED.map((picked) => ({
    what: `members who ${picked.who}`,
    counted: one(count(picked.counted(set, purchases).size)),
    asked: async (client) => {
      const definition = picked.definition(set, purchases);
      const { previewSegment } = await client.ask<{ previewSegment: { count?: number } }>(PREVIEW, { definition });
      return one(String(previewSegment.count));
    },
  }));
