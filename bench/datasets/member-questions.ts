// The member page of those who came most often: what they bought and when, beside reading their receipts.
import type { Purchase } from './purchases.ts';
import { centsOf, isSale, money, sumsBy, type Answer, type Question } from './question.ts';
import type { DataSet } from './sets.ts';

const MEMBERS = 5;

const BEHAVIOUR = `query Behaviour($by: MemberKey!) { member(by: $by) { behaviour {
  purchases revenue firstPurchaseOn lastPurchaseOn hours } } }`;

interface Answered {
  member: {
    behaviour: {
      purchases: number;
      revenue: string;
      firstPurchaseOn: string;
      lastPurchaseOn: string;
      hours: number[][];
    };
  } | null;
}

const told = (purchases: number, cents: string, first: string, last: string, hours: number[][]): Answer =>
  new Map([
    ['purchases', String(purchases)],
    ['revenue', cents],
    ['first purchase', first],
    ['last purchase', last],
    ['purchases by weekday and hour', hours.map((row) => row.join(' ')).join(', ')],
  ]);

function counted(theirs: readonly Purchase[]): Answer {
  const sales = theirs.filter(isSale);
  const days = sales.map(({ day }) => day).sort();
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { day, hour } of sales) {
    const row = hours[(new Date(day).getUTCDay() + 6) % 7];
    if (row) row[hour] = (row[hour] ?? 0) + 1;
  }
  const cents = theirs.reduce((sum, purchase) => sum + centsOf(purchase), 0);
  return told(sales.length, money(cents), days[0] ?? '', days.at(-1) ?? '', hours);
}

export function memberQuestions(_set: DataSet, purchases: readonly Purchase[]): Question[] {
  const often = [
    ...sumsBy(
      purchases.filter(isSale),
      ({ member }) => member,
      () => 1,
    ),
  ]
    .sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1))
    .slice(0, MEMBERS);
  return often.map(([externalId]) => ({
    what: `page of member ${externalId}`,
    counted: counted(purchases.filter(({ member }) => member === externalId)),
    asked: async (client) => {
      const { member } = await client.ask<Answered>(BEHAVIOUR, { by: { externalId } });
      if (!member) return new Map();
      const { purchases: many, revenue, firstPurchaseOn, lastPurchaseOn, hours } = member.behaviour;
      return told(many, Number(revenue).toFixed(2), firstPurchaseOn, lastPurchaseOn, hours);
    },
  }));
}
