// The engine alone: a basket of twenty lines with three promotions, with two hundred, and with two hundred that all touch
// every line; against a plain loop over lines and promotions that explains nothing.
import {
  compile,
  localTimeAt,
  quote,
  type Basket,
  type BasketLine,
  type Programme,
  type Promotion,
} from '@adal/engine';
import { priceOf, shareOf } from '@adal/money';
import { percentile } from './load.ts';
import { report } from './report.ts';

const LINES = 20;
const BASKETS = 64;
const QUOTES = { warmUp: 3_000, measured: 10_000 };
const ROUNDS = 5;

const AT = Date.UTC(2026, 10, 22, 10);
const LOCAL = localTimeAt(AT, 'Asia/Almaty');
const CITIES = ['Almaty', 'Astana', 'Shymkent', 'Karaganda', 'Aktobe'];

const programme: Programme = {
  earnPercent: 500n,
  payPercent: 3_000n,
  rounding: { unitMinor: 1n, mode: 'DOWN' },
  rewardBase: 'AFTER_DISCOUNTS_AND_POINTS',
  activationDelayDays: 14,
  lifetimeDays: 365,
  earnExcluded: { skus: [], brands: [], categories: ['Dept 9'] },
  payExcluded: { skus: [], brands: [], categories: ['Dept 9'] },
};

/** Two thousand goods: ten departments, a hundred groups, eighty brands. */
const goods = (n: number): Pick<BasketLine, 'sku' | 'brand' | 'category'> => ({
  sku: `SKU-${n % 2_000}`,
  brand: `Brand ${n % 80}`,
  category: `Dept ${n % 10} > Group ${n % 100} > Shelf ${n % 500}`,
});

const baskets: readonly Basket[] = Array.from({ length: BASKETS }, (_, basket) => ({
  storeId: `S${basket % 12}`,
  at: AT,
  local: LOCAL,
  member: { gender: 'FEMALE', birthDate: '1990-05-17', city: CITIES[basket % CITIES.length] ?? null },
  lines: Array.from({ length: LINES }, (_line, line) => ({
    lineNo: line + 1,
    quantityMilli: line % 4 === 0 ? 1_350n : 1_000n,
    priceMinor: BigInt(15_000 + ((basket * 7 + line * 13) % 90) * 1_000),
    ...goods(basket * 131 + line * 17),
  })),
  pointsToSpendMinor: 5_000n,
}));

/** Seven in ten a percentage, two in ten a multiplier, one in ten an amount off; half of them for some members only. */
function aPromotion(n: number, scope: Promotion['effect']['scope']): Promotion {
  const effect: Promotion['effect'] =
    n % 10 < 7
      ? { kind: 'PERCENT_OFF', scope, percent: BigInt(500 + (n % 20) * 100) }
      : n % 10 < 9
        ? { kind: 'POINTS_MULTIPLIER', scope, factor: BigInt(200 + (n % 3) * 100) }
        : { kind: 'AMOUNT_OFF', scope, thresholdMinor: BigInt(200_000 + n * 2_000), amountMinor: 50_000n };
  return {
    id: `P${n}`,
    name: `Promotion ${n}`,
    priority: n % 5,
    exclusiveGroup: n % 3 === 0 ? null : `Group ${n % 4}`,
    schedule: { from: AT - 1e9, until: AT + 1e9, weekdays: [], windows: [{ fromMinute: 480, untilMinute: 1_320 }] },
    storeIds: n % 6 === 0 ? ['S0', 'S3', 'S6', 'S9'] : [],
    audience: n % 2 === 0 ? { kind: 'EVERYONE' } : { kind: 'CITY', cities: CITIES.slice(0, 3) },
    effect,
  };
}

/** A chain's promotions: each for a department, a group, a brand or some goods. */
function promotionOfChain(n: number): Promotion {
  const { sku, brand, category } = goods(n * 37);
  const group = category?.split(' > ').slice(0, 2).join(' > ') ?? '';
  const none = { skus: [], brands: [], categories: [] };
  if (n % 4 === 0) return aPromotion(n, { ...none, categories: [group] });
  if (n % 4 === 1) return aPromotion(n, { ...none, brands: [brand ?? ''] });
  if (n % 4 === 2) return aPromotion(n, { ...none, skus: [sku, goods(n * 37 + 1).sku, goods(n * 37 + 2).sku] });
  return aPromotion(n, { ...none, categories: [group.split(' > ')[0] ?? ''] });
}

const promotionForAll = (n: number): Promotion => aPromotion(n, { skus: [], brands: [], categories: [] });

/** What one writes first: every line against every promotion, the best percentage wins, and nobody is told why. */
function priceByHand(promotions: readonly Promotion[], basket: Basket): bigint {
  let payable = 0n;
  for (const line of basket.lines) {
    const total = priceOf(line.priceMinor, line.quantityMilli);
    let best = 0n;
    for (const { storeIds, schedule, audience, effect } of promotions) {
      if (effect.kind !== 'PERCENT_OFF') continue;
      if (schedule.from !== null && basket.at < schedule.from) continue;
      if (schedule.until !== null && basket.at >= schedule.until) continue;
      if (storeIds.length > 0 && !storeIds.includes(basket.storeId)) continue;
      if (audience.kind === 'CITY' && !audience.cities.includes(basket.member?.city ?? '')) continue;
      const { skus, brands, categories } = effect.scope;
      if (skus.length > 0 && !skus.includes(line.sku)) continue;
      if (brands.length > 0 && !brands.includes(line.brand ?? '')) continue;
      if (categories.length > 0 && !categories.some((path) => `${line.category} > `.startsWith(`${path} > `))) continue;
      const off = shareOf(total, effect.percent, 'HALF_UP');
      if (off > best) best = off;
    }
    payable += total - best;
  }
  return payable;
}

interface Timed {
  readonly name: string;
  run(basket: Basket): unknown;
}

interface Times {
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
}

function engineCase(name: string, promotions: readonly Promotion[]): Timed {
  const compiled = compile(promotions, programme);
  return { name, run: (basket) => quote(compiled, basket) };
}

function measure({ run }: Timed, quotes: number): Times {
  const timesMs: number[] = [];
  const startedMs = performance.now();
  for (let n = 0; n < quotes; n += 1) {
    const basket = baskets[n % BASKETS];
    if (basket === undefined) continue;
    const before = performance.now();
    run(basket);
    timesMs.push(performance.now() - before);
  }
  const perSecond = (quotes / (performance.now() - startedMs)) * 1_000;
  return { p50: percentile(timesMs, 0.5), p95: percentile(timesMs, 0.95), p99: percentile(timesMs, 0.99), perSecond };
}

const numbers = (count: number): number[] => [...Array(count).keys()];
const many = numbers(200).map(promotionOfChain);
const cases: readonly Timed[] = [
  engineCase('3 promotions', numbers(3).map(promotionOfChain)),
  engineCase('200 promotions', many),
  engineCase('200 promotions, each for every line', numbers(200).map(promotionForAll)),
  { name: 'plain loop, 200 promotions', run: (basket) => priceByHand(many, basket) },
];

for (const timed of cases) measure(timed, QUOTES.warmUp);
/** Rounds take turns, and the least of each figure counts: what others do on the machine only ever adds. */
const least = new Map<string, Times>();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const timed of cases) {
    const now = measure(timed, QUOTES.measured);
    const before = least.get(timed.name) ?? now;
    least.set(timed.name, {
      p50: Math.min(before.p50, now.p50),
      p95: Math.min(before.p95, now.p95),
      p99: Math.min(before.p99, now.p99),
      perSecond: Math.max(before.perSecond, now.perSecond),
    });
  }
}

const p50Of = (name: string): number => least.get(name)?.p50 ?? NaN;
await report(
  'engine',
  [...least].map(([name, { p50, p95, p99, perSecond }]) => ({
    what: `20 lines × ${name}`,
    ratio: `${(p50 / p50Of('3 promotions')).toFixed(2)} × 3 promotions, ${(p50 / p50Of('plain loop, 200 promotions')).toFixed(2)} × plain loop`,
    aim: name === '200 promotions' ? 'p95 ≤ 0.5 ms' : '',
    figures: `p50 ${p50.toFixed(3)}, p95 ${p95.toFixed(3)}, p99 ${p99.toFixed(3)} ms; ${Math.round(perSecond).toLocaleString('en')} baskets/s on one core`,
  })),
);
