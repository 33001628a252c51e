import { DateTime } from 'luxon';
import type { DemoProduct, DemoStore } from './chain';
import type { DemoMember } from './people';
import type { Random } from './random';

/** A line of receipts.csv, in whole tenge and whole points. */
export interface DemoLine {
  readonly receiptId: string;
  readonly lineNo: number;
  readonly kind: 'sale' | 'return';
  readonly occurredAt: string;
  readonly storeId: string;
  readonly tillId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly price: number;
  readonly discount: number;
  readonly amount: number;
  readonly cost: number;
  readonly memberId: string;
  readonly originalReceiptId: string;
  readonly pointsSpent: number;
  readonly pointsEarned: number;
}

/** What a history is made for. */
export interface HistoryPlan {
  readonly stores: readonly DemoStore[];
  readonly products: readonly DemoProduct[];
  readonly members: readonly DemoMember[];
  /** Points each member begins with. */
  readonly opening: ReadonlyMap<string, number>;
  /** Sales end here. */
  readonly now: Date;
  readonly timeZone: string;
}

const DAYS = 365;
const RECEIPTS_A_DAY_PER_MEMBER = 0.024;
/** Monday to Sunday. */
const WEEK = [0.82, 0.8, 0.86, 0.94, 1.15, 1.4, 1.25];
/** January to December: sales after New Year are slow; 8 March, August (school) and December are strong. */
const YEAR = [0.78, 0.86, 1.12, 0.96, 1.0, 0.94, 0.9, 1.18, 1.08, 1.0, 1.06, 1.3];
/** Ten in the morning to nine in the evening. */
const HOURS: readonly (readonly [number, number])[] = [
  [10, 3],
  [11, 5],
  [12, 7],
  [13, 8],
  [14, 7],
  [15, 7],
  [16, 8],
  [17, 10],
  [18, 12],
  [19, 12],
  [20, 8],
  [21, 3],
];
const EARN_SHARE = 0.05;
const PAYABLE_SHARE = 0.3;

/** A year of receipts in order of time, with weekly and yearly rhythm; returns name what they return. */
export function* makeHistory(random: Random, plan: HistoryPlan): Generator<DemoLine[]> {
  const today = DateTime.fromJSDate(plan.now, { zone: plan.timeZone }).startOf('day');
  const wallets = new Map(plan.opening);
  const shops = plan.stores.map((store) => [store, store.weight] as const);
  const byStore = new Map(
    plan.stores.map((store) => [store.id, plan.members.filter((member) => member.homeStore.id === store.id)]),
  );
  const returnable: DemoLine[][] = [];
  let number = 0;
  for (let daysAgo = DAYS; daysAgo >= 0; daysAgo -= 1) {
    const day = today.minus({ days: daysAgo });
    const factor = (WEEK[day.weekday - 1] ?? 1) * (YEAR[day.month - 1] ?? 1) * (1 + (0.12 * (DAYS - daysAgo)) / DAYS);
    const moments = Array.from(
      { length: random.poisson(plan.members.length * RECEIPTS_A_DAY_PER_MEMBER * factor) },
      () => day.set({ hour: random.weighted(HOURS), minute: random.whole(0, 59), second: random.whole(0, 59) }),
    ).sort((left, right) => left.toMillis() - right.toMillis());
    for (const moment of moments) {
      if (moment.toJSDate() > plan.now) break;
      number += 1;
      const store = random.weighted(shops);
      const member = random.chance(0.62) ? pickMember(random, byStore.get(store.id) ?? [], daysAgo) : null;
      const receipt = makeSale(random, plan, {
        id: `R${String(number).padStart(7, '0')}`,
        moment,
        store,
        member,
        wallets,
      });
      yield receipt;
      if (!member && random.chance(0.06)) returnable.push(receipt);
      const back = returnable.length > 12 ? returnable.shift() : undefined;
      if (back) yield makeReturn(back, moment.plus({ seconds: 30 }));
    }
  }
}

/** Members come in proportion to their rates, from the day they joined to the day they left. */
function pickMember(random: Random, members: readonly DemoMember[], daysAgo: number): DemoMember | null {
  for (let tries = 0; tries < 12; tries += 1) {
    if (members.length === 0) return null;
    const member = random.pick(members);
    if (member.joinedDaysAgo > daysAgo && member.leftDaysAgo <= daysAgo && random.chance(member.rate / 40))
      return member;
  }
  return null;
}

interface Sale {
  readonly id: string;
  readonly moment: DateTime;
  readonly store: DemoStore;
  readonly member: DemoMember | null;
  readonly wallets: Map<string, number>;
}

function makeSale(random: Random, plan: HistoryPlan, sale: Sale): DemoLine[] {
  const goods = pickGoods(random, plan.products, sale);
  const priced = goods.map((product) => {
    const quantity = product.price < 3_000 ? random.whole(1, 3) : 1;
    const discount =
      sale.member && random.chance(0.18) ? Math.round((product.price * quantity * random.pick([10, 15, 20])) / 100) : 0;
    return { product, quantity, discount, due: product.price * quantity - discount };
  });
  const due = priced.reduce((sum, line) => sum + line.due, 0);
  const wallet = sale.member ? (sale.wallets.get(sale.member.id) ?? 0) : 0;
  const most = Math.min(wallet, Math.floor(due * PAYABLE_SHARE));
  let spendLeft = sale.member && most >= 300 && random.chance(0.45) ? most : 0;
  const tillId = random.pick(sale.store.tills);
  let earned = 0;
  let spent = 0;
  const lines = priced.map(({ product, quantity, discount, due: lineDue }, index): DemoLine => {
    const pointsSpent = Math.min(spendLeft, Math.floor(lineDue * PAYABLE_SHARE));
    spendLeft -= pointsSpent;
    const amount = lineDue - pointsSpent;
    const pointsEarned = sale.member ? Math.floor(amount * EARN_SHARE) : 0;
    earned += pointsEarned;
    spent += pointsSpent;
    return {
      receiptId: sale.id,
      lineNo: index + 1,
      kind: 'sale',
      occurredAt: sale.moment.toISO({ suppressMilliseconds: true }) ?? '',
      storeId: sale.store.id,
      tillId,
      sku: product.sku,
      quantity,
      price: product.price,
      discount,
      amount,
      cost: product.cost,
      memberId: sale.member?.id ?? '',
      originalReceiptId: '',
      pointsSpent,
      pointsEarned,
    };
  });
  if (sale.member) sale.wallets.set(sale.member.id, wallet - spent + earned);
  return lines;
}

function pickGoods(random: Random, products: readonly DemoProduct[], sale: Sale): DemoProduct[] {
  const month = sale.moment.month;
  const own = sale.store.brand ? products.filter((product) => product.brand === sale.store.brand) : products;
  const pool = own.length > 0 ? own : products;
  const fits = (product: DemoProduct): boolean =>
    product.season.length === 0 || product.season.includes(month) || random.chance(0.15);
  const basket: DemoProduct[] = [];
  const wanted = 1 + random.poisson(sale.member ? 0.9 : 0.6);
  while (basket.length < wanted) {
    const product = random.pick(pool);
    if (fits(product)) basket.push(product);
  }
  // Shoes pull care products and socks: the pairs that basket analysis will find.
  if (basket.some((product) => product.category.startsWith('Обувь')) && random.chance(0.3)) {
    basket.push(
      random.pick(
        products.filter((product) => product.category.startsWith(random.chance(0.6) ? 'Уход' : 'Аксессуары > Носки')),
      ),
    );
  }
  return basket;
}

/** Everything comes back. History returns anonymous receipts alone; returns with points come from the live tills. */
function makeReturn(sale: readonly DemoLine[], moment: DateTime): DemoLine[] {
  return sale.map((line) => ({
    ...line,
    receiptId: `${line.receiptId}-B`,
    kind: 'return',
    occurredAt: moment.toISO({ suppressMilliseconds: true }) ?? '',
    quantity: -line.quantity,
    discount: -line.discount,
    amount: -line.amount,
    originalReceiptId: line.receiptId,
  }));
}
