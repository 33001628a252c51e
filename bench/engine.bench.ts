// The engine alone: baskets of five and of twenty lines with ten to two thousand promotions of a realistic mix; with two
// thousand of which the same two hundred can match; and the conditions alone in json-rules-engine, which prices nothing.
import { compile, quote, type Basket, type Promotion } from '@adal/engine';
import { basketsOf, programme, promotionOf, withStrangers } from './engine/mix.ts';
import { rulesEngine } from './engine/rules-engine.ts';
import { percentile } from './load.ts';
import { report } from './report.ts';

const QUOTES = { warmUp: 2_000, measured: 5_000 };
/** The other one is slower by two orders of magnitude. */
const RULES_RUNS = { warmUp: 30, measured: 100 };
const ROUNDS = 5;

interface Timed {
  readonly name: string;
  readonly baskets: readonly Basket[];
  readonly runs: { warmUp: number; measured: number };
  run(basket: Basket): unknown;
}

interface Times {
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
}

const numbers = (count: number): number[] => [...Array(count).keys()];
const [five, twenty] = [basketsOf(5), basketsOf(20)];

function engineCase(name: string, baskets: readonly Basket[], promotions: readonly Promotion[]): Timed {
  const compiled = compile(promotions, programme);
  return { name, baskets, runs: QUOTES, run: (basket) => quote(compiled, basket) };
}

const mixOf = (count: number): Promotion[] => numbers(count).map((n) => promotionOf(n));
const named = (lines: number, count: number): string => `${lines} lines × ${count.toLocaleString('en')} promotions`;
const COUNTS = [10, 200, 500, 2_000];
const SAME = `20 lines × 2,000 promotions, the same 200 of which can match`;
const RULES = '20 lines × json-rules-engine, conditions of 500 promotions';
const runRules = rulesEngine(mixOf(500));

const cases: readonly Timed[] = [
  ...COUNTS.map((count) => engineCase(named(5, count), five, mixOf(count))),
  ...COUNTS.map((count) => engineCase(named(20, count), twenty, mixOf(count))),
  engineCase(SAME, twenty, withStrangers(2_000)),
  { name: RULES, baskets: twenty, runs: RULES_RUNS, run: runRules },
];

/** A run that answers later is awaited; one that answers at once is not, since waiting would cost more than it. */
async function measure({ run, baskets }: Timed, runs: number): Promise<Times> {
  const timesMs: number[] = [];
  const startedMs = performance.now();
  for (let n = 0; n < runs; n += 1) {
    const basket = baskets[n % baskets.length];
    if (basket === undefined) continue;
    const before = performance.now();
    const answer = run(basket);
    if (answer instanceof Promise) await answer;
    timesMs.push(performance.now() - before);
  }
  const perSecond = (runs / (performance.now() - startedMs)) * 1_000;
  return { p50: percentile(timesMs, 0.5), p95: percentile(timesMs, 0.95), p99: percentile(timesMs, 0.99), perSecond };
}

for (const timed of cases) await measure(timed, timed.runs.warmUp);
/** Rounds take turns, and the least of each figure counts: what others do on the machine only ever adds. */
const least = new Map<string, Times>();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const timed of cases) {
    const now = await measure(timed, timed.runs.measured);
    const before = least.get(timed.name) ?? now;
    least.set(timed.name, {
      p50: Math.min(before.p50, now.p50),
      p95: Math.min(before.p95, now.p95),
      p99: Math.min(before.p99, now.p99),
      perSecond: Math.max(before.perSecond, now.perSecond),
    });
  }
}

const AIMS: Record<string, string> = { [named(20, 500)]: 'p95 ≤ 0.2 ms', [SAME]: '≤ 1.5 × 200 promotions' };
const p50Of = (name: string): number => least.get(name)?.p50 ?? NaN;
await report(
  'engine',
  [...least].map(([name, { p50, p95, p99, perSecond }]) => ({
    what: name,
    ratio: [
      `${(p50 / p50Of(named(name.startsWith('5') ? 5 : 20, 200))).toFixed(2)} × 200 promotions`,
      `${(p50 / p50Of(RULES)).toPrecision(2)} × json-rules-engine`,
    ].join(', '),
    aim: AIMS[name] ?? '',
    figures: `p50 ${p50.toFixed(3)}, p95 ${p95.toFixed(3)}, p99 ${p99.toFixed(3)} ms; ${Math.round(perSecond).toLocaleString('en')} baskets/s on one core`,
  })),
);
