import { bruteForce, COUNTED_BY_HAND, type GoldenQuestion } from '../../../test/golden/brute-force';
import { engines } from '../../../test/golden/engines';
import { takeAll } from '../../../test/golden/take-all';
import { aWorld } from '../../../test/golden/world';
import { ANALYST, ZONE } from '../../../test/harness';
import type { AnalyticsContext } from '../../context';
import type { AnalyticsStore } from '../../store/analytics-store';
import { computeMetric } from './compute-metric';
import { GRAINS } from '../metric-language';
import { registry } from './metric.registry';

const world = aWorld(20240301);
/** In the middle of an hour; of whole hours, the last of them shown twice; of whole days of the chain, across the clocks' change. */
const PERIODS = [
  ['2024-02-27T19:30:00Z', '2024-03-03T05:00:00Z'],
  ['2024-02-27T20:00:00Z', '2024-02-29T18:00:00Z'],
  ['2024-02-27T18:00:00Z', '2024-03-02T19:00:00Z'],
].map(([from = '', to = '']) => ({ from: new Date(from), to: new Date(to) }));

const VALUES: Record<string, string[]> = {
  store: ['S1', 'S9'],
  city: ["Alma's", ''],
  brand: ['Brand 1', ''],
  category: ['Shoes', ''],
  identified: ['true'],
  weekday: ['1', '7'],
  hour: ['0', '12'],
  channel: ['APP', ''],
  gender: ['FEMALE'],
  ageGroup: ['0-17', ''],
};
/** What one kind of facts knows together: asked for all at once. */
const TOGETHER = ['store', 'city', 'brand', 'category', 'identified'];

/** Metrics by every grain, split by nothing, each dimension, and several at once; then with filters. */
const questionsOf = ({ from, to }: Pick<GoldenQuestion, 'from' | 'to'>): GoldenQuestion[] =>
  registry
    .filter(({ key }) => COUNTED_BY_HAND.includes(key))
    .flatMap(({ key, dimensions }) => {
      const together = dimensions.filter((dimension) => TOGETHER.includes(dimension));
      const splitsAt = (grain: string | null): (readonly string[])[] => [
        [],
        // What every fact knows by time, and the rest of the whole period.
        ...(grain === null ? dimensions : together).map((dimension) => [dimension]),
        ...(together.length > 1 ? [[...together].reverse()] : []),
      ];
      const filters = dimensions.flatMap((dimension) => {
        const values = VALUES[dimension];
        return values ? [[{ dimension, values }]] : [];
      });
      const all = filters.flat().filter(({ dimension }) => TOGETHER.includes(dimension));
      return [null, ...GRAINS].flatMap((grain): GoldenQuestion[] => [
        ...splitsAt(grain).map((by) => ({ key, from, to, grain, by, filters: [] })),
        ...filters
          .filter(([one]) => grain === null || TOGETHER.includes(one?.dimension ?? ''))
          .map((filter) => ({ key, from, to, grain, by: [], filters: filter })),
        ...(all.length > 1 ? [{ key, from, to, grain, by: dimensions.slice(0, 1), filters: all }] : []),
      ]);
    });
const questions = PERIODS.flatMap(questionsOf);
const wholeDays = questions.slice(-questions.length / PERIODS.length);

describe.each(engines)('metrics on %s', (_name, open) => {
  let store: AnalyticsStore;
  const ask = (question: GoldenQuestion, storeIds: string[] | null = null): ReturnType<typeof computeMetric> =>
    computeMetric(
      { store, actor: { ...ANALYST, storeIds }, config: { BUSINESS_TIME_ZONE: ZONE } } as AnalyticsContext,
      question,
    );

  beforeAll(async () => {
    store = await open();
    await takeAll(store, world);
  });
  afterAll(() => store.close());

  it.each(COUNTED_BY_HAND)('%s is what a count by hand gives, by every grain, dimension and filter', async (key) => {
    const asked = questions.filter((question) => question.key === key);
    expect(asked.length).toBeGreaterThan(4);
    for (const question of asked) {
      const { rows } = await ask(question);
      expect({ question, rows }).toEqual({ question, rows: bruteForce(world, question) });
    }
  });

  it('counts only the stores that the actor may see', async () => {
    for (const question of questions.filter(
      ({ key, grain, by, filters }) =>
        key !== 'points.expired' &&
        grain !== 'HOUR' &&
        by.length < 2 &&
        by.every((dimension) => TOGETHER.includes(dimension)) &&
        filters.length === 0,
    )) {
      const mine = { ...question, filters: [{ dimension: 'store', values: ['S2', 'S3'] }] };
      expect({ question, rows: (await ask(question, ['S2', 'S3'])).rows }).toEqual({
        question,
        rows: bruteForce(world, mine),
      });
    }
  });

  it('is the same from days alone, in a chain of one clock', async () => {
    const own = aWorld(5, ZONE);
    await store.setAside('another_world');
    await takeAll(store, own);
    const byGoods = wholeDays.filter(({ key, grain, by, filters }) => {
      const asked = [...by, ...filters.map(({ dimension }) => dimension)];
      return (
        (key.startsWith('sales.') || key.startsWith('penetration.')) && grain !== 'HOUR' && asked.includes('brand')
      );
    });
    expect(byGoods.length).toBeGreaterThan(20);
    for (const question of byGoods)
      expect({ question, rows: (await ask(question)).rows }).toEqual({ question, rows: bruteForce(own, question) });
  });
});
