import { engines } from '../../../test/golden/engines';
import { independently } from '../../../test/golden/independent';
import { takeAll } from '../../../test/golden/take-all';
import { aWorld } from '../../../test/golden/world';
import { ANALYST, ZONE } from '../../../test/harness';
import type { AnalyticsContext } from '../../context';
import type { AnalyticsStore } from '../../store/analytics-store';
import { GRAINS, type Metric } from '../metric-language';
import { computeMetric, type MetricAnswer } from './compute-metric';
import { hasRollup } from './metric.compiler';
import { registry } from './metric.registry';

const world = aWorld(20240301);
/** Of whole days in every zone of the chain but one, and of whole hours in all. */
const PERIOD = { from: new Date('2024-02-24T18:00:00Z'), to: new Date('2024-03-06T19:00:00Z') };
/** Nothing happens in its first thousandth of a second, but rollups cannot tell. */
const BY_FACTS = { ...PERIOD, from: new Date(PERIOD.from.getTime() + 1) };
/** Of all metrics, how many may be 0 or undefined over the whole world: below it the world tests too little. */
const TRIVIAL_MAX = 0.03;
/** Some thousand questions on a busy machine. */
const LONG_MS = 300_000;

let stores: readonly (readonly [string, AnalyticsStore])[];
beforeAll(async () => {
  stores = await Promise.all(engines.map(async ([name, open]) => [name, await open()] as const));
  for (const [, store] of stores) await takeAll(store, world);
});
afterAll(() => Promise.all(stores.map(([, store]) => store.close())));

const askOf =
  (store: AnalyticsStore) =>
  (key: string, more: Asked = {}): Promise<MetricAnswer> =>
    computeMetric({ store, actor: ANALYST, config: { BUSINESS_TIME_ZONE: ZONE } } as AnalyticsContext, {
      ...{ key, ...PERIOD },
      ...more,
    });

type Asked = Partial<Parameters<typeof computeMetric>[1]>;

/** What the engines answer to the same question; that they differ, or cannot answer, is kept to be told of all metrics at once. */
const differences: object[] = [];
async function onBoth(key: string, more: Asked = {}): Promise<MetricAnswer['rows']> {
  const [first, second] = await Promise.all(
    stores.map(([name, store]) =>
      askOf(store)(key, more).then(
        ({ rows }) => rows,
        (error: unknown) => `${name}: ${String(error).slice(0, 300)}`,
      ),
    ),
  );
  if (typeof first !== 'object' || JSON.stringify(first) !== JSON.stringify(second))
    differences.push({ key, more, first, second });
  return typeof first === 'object' ? first : [];
}

describe('the catalogue', () => {
  it('has at least 300 metrics, no two computed alike and no two called alike', () => {
    expect(registry.length).toBeGreaterThanOrEqual(300);
    const unique = (of: (metric: Metric) => string): void => {
      expect([...Map.groupBy(registry, of).values()].filter((same) => same.length > 1)).toEqual([]);
    };
    unique(({ key }) => key);
    unique(({ measures, accumulates }) => JSON.stringify([measures, accumulates]));
    for (const language of ['ru', 'kk', 'en'] as const) {
      unique(({ names }) => names[language]);
      unique(({ descriptions }) => descriptions[language]);
    }
  });

  it('says all it has to say of each metric, in every language', () => {
    for (const { key, names, descriptions, formula, measures } of registry) {
      const said = [names, descriptions].flatMap((texts) => Object.values(texts));
      expect({
        key,
        said: said.filter((text) => !/^[\p{Lu}\p{N}«]/u.test(text) || / {2}|undefined|\.\./.test(text)),
      }).toEqual({ key, said: [] });
      expect({ key, formula, measures }).toMatchObject({ formula: /\w/u.test(formula) ? formula : 'a formula' });
      expect(measures.length).toBeGreaterThan(0);
    }
  });

  it(
    'is the same on both engines, as a whole, from facts as from rollups',
    async () => {
      const trivial: string[] = [];
      for (const metric of registry) {
        const { key } = metric;
        const whole = await onBoth(key);
        const byFacts = hasRollup(metric) ? await onBoth(key, BY_FACTS) : whole;
        if (JSON.stringify(byFacts) !== JSON.stringify(whole)) differences.push({ key, whole, byFacts });
        const value = whole[0]?.value;
        if (value === null || value === undefined || value === 0) trivial.push(key);
      }
      expect(differences).toEqual([]);
      expect({ trivial, few: trivial.length <= registry.length * TRIVIAL_MAX }).toMatchObject({ few: true });
    },
    LONG_MS,
  );

  it(
    'is the same on both engines by time and by each dimension',
    async () => {
      for (const [index, { key, grains = GRAINS, dimensions }] of registry.entries()) {
        // Each metric by one dimension, and over the registry each dimension by some dozens of metrics.
        const [grain, dimension] = [grains[index % grains.length], dimensions[(index * 7) % dimensions.length]];
        await onBoth(key, { grain, by: dimension ? [dimension] : [] });
      }
      expect(differences).toEqual([]);
    },
    LONG_MS,
  );

  it('tells of each day who was active the day before, less who left, with who is new and who came back', async () => {
    const byDay = async (key: string): Promise<(number | null)[]> =>
      (await onBoth(key, { grain: 'DAY' })).map(({ value }) => value);
    const [active, left, fresh, back] = await Promise.all(
      ['active', 'churned', 'new_buyers', 'returned'].map((key) => byDay(`members.${key}`)),
    );
    const days = [...(active ?? []).keys()].slice(1);
    expect(days.length).toBeGreaterThan(8);
    // Days of a store of another zone that stand just outside of the chain's are not looked at.
    const told = days.map(
      (day) => (active?.[day - 1] ?? 0) - (left?.[day] ?? 0) + (fresh?.[day] ?? 0) + (back?.[day] ?? 0),
    );
    expect(told).toEqual(days.map((day) => active?.[day]));
    expect(differences).toEqual([]);
  });

  it('is what an independent count gives', async () => {
    const counted = independently(world, PERIOD);
    expect(Object.keys(counted).length).toBeGreaterThanOrEqual(40);
    const ask = askOf((stores[0] ?? ['', undefined])[1] as AnalyticsStore);
    const answers: Record<string, number | null> = {};
    for (const key of Object.keys(counted)) answers[key] = (await ask(key)).rows[0]?.value ?? null;
    const close = Object.entries(counted).map(([key, value]) => [
      key,
      value === null ? null : expect.closeTo(value, 9),
    ]);
    expect(answers).toEqual(Object.fromEntries(close));
  });
});
