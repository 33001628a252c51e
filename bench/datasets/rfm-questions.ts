// RFM: the members, purchases and money of every cell of the three grids on the last day, beside sorting the members by hand.
import type { Purchase } from './purchases.ts';
import { centsOf, dayBefore, daysBetween, isSale, money, type Answer, type Question } from './question.ts';
import type { DataSet } from './sets.ts';

/** What a grid looks at, best last, and where it is cut: at values, or into parts of equal size. */
interface Axis {
  readonly of: 'since' | 'purchases' | 'cents';
  readonly cut: readonly number[] | { readonly parts: number };
}

const WINDOW_DAYS = 365;
const FIFTHS = { parts: 5 };
const OFTEN = [3];
const GRIDS: readonly { readonly id: string; readonly axes: readonly Axis[] }[] = [
  {
    id: 'PURCHASES_BUDGET',
    axes: [
      { of: 'purchases', cut: OFTEN },
      { of: 'cents', cut: { parts: 2 } },
    ],
  },
  {
    id: 'RECENCY_FREQUENCY',
    axes: [
      { of: 'since', cut: [30, 90] },
      { of: 'purchases', cut: OFTEN },
    ],
  },
  {
    id: 'CLASSIC',
    axes: [
      { of: 'since', cut: FIFTHS },
      { of: 'purchases', cut: FIFTHS },
      { of: 'cents', cut: FIFTHS },
    ],
  },
];

interface Buyer {
  since: number;
  purchases: number;
  cents: number;
}

function buyersOf({ days: [, last] }: DataSet, purchases: readonly Purchase[]): Buyer[] {
  const buyers = new Map<string, Buyer>();
  for (const purchase of purchases) {
    const { member, day } = purchase;
    if (member === null || day < dayBefore(last, WINDOW_DAYS - 1)) continue;
    const buyer = buyers.get(member) ?? { since: Infinity, purchases: 0, cents: 0 };
    buyer.cents += centsOf(purchase);
    if (isSale(purchase)) {
      buyer.purchases += 1;
      buyer.since = Math.min(buyer.since, daysBetween(day, last));
    }
    buyers.set(member, buyer);
  }
  return [...buyers.values()].filter(({ purchases: many }) => many > 0);
}

/** Of parts of equal size: how many are no better, equals among them, out of all, in parts, rounded up. */
function scoresOf(buyers: readonly Buyer[], { of, cut }: Axis): number[] {
  const goodness = buyers.map((buyer) => (of === 'since' ? -buyer.since : buyer[of]));
  if (!('parts' in cut))
    return goodness.map((value) => 1 + cut.filter((bound) => value >= (of === 'since' ? -bound : bound)).length);
  const ascending = [...goodness].sort((left, right) => left - right);
  const noBetter = new Map(ascending.map((value, index) => [value, index + 1]));
  return goodness.map((value) => Math.ceil(((noBetter.get(value) ?? 0) * cut.parts) / buyers.length));
}

function cellsOf(buyers: readonly Buyer[], axes: readonly Axis[]): Answer {
  const scores = axes.map((axis) => scoresOf(buyers, axis));
  const cells = new Map<string, { members: number; purchases: number; cents: number }>();
  for (const [index, buyer] of buyers.entries()) {
    const key = scores.map((of) => of[index]).join('-');
    const cell = cells.get(key) ?? { members: 0, purchases: 0, cents: 0 };
    cell.members += 1;
    cell.purchases += buyer.purchases;
    cell.cents += buyer.cents;
    cells.set(key, cell);
  }
  return new Map(
    [...cells].map(([key, { members, purchases, cents }]) => [key, told(members, purchases, money(cents))]),
  );
}

const told = (members: number, purchases: number, revenue: string): string => `${members} / ${purchases} / ${revenue}`;

export function rfmQuestions(set: DataSet, purchases: readonly Purchase[]): Question[] {
  const buyers = buyersOf(set, purchases);
  interface Answered {
    rfmReport: { cells: { key: string; members: number; purchases: number; revenue: string }[] };
  }
  return GRIDS.map(({ id, axes }) => ({
    what: `RFM ${id}: members / purchases / revenue of each cell`,
    counted: cellsOf(buyers, axes),
    asked: async (client) => {
      const { rfmReport } = await client.ask<Answered>(
        'query Rfm($input: RfmInput!) { rfmReport(input: $input) { cells { key members purchases revenue } } }',
        { input: { gridId: id, day: set.days[1] } },
      );
      return new Map(
        rfmReport.cells
          .filter(({ members }) => members > 0)
          .map((cell) => [cell.key, told(cell.members, cell.purchases, Number(cell.revenue).toFixed(2))]),
      );
    },
  }));
}
