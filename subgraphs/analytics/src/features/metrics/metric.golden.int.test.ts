import { bruteForce, type GoldenQuestion } from '../../../test/golden/brute-force';
import { engines } from '../../../test/golden/engines';
import { aWorld, eventsOf, type World } from '../../../test/golden/world';
import { ANALYST, silent, ZONE } from '../../../test/harness';
import type { AnalyticsContext } from '../../context';
import type { AnalyticsStore } from '../../store/analytics-store';
import { takeIn } from '../ingest/take-in';
import { computeMetric } from './compute-metric';
import { GRAINS } from './metric';
import { registry } from './metric.registry';

const world = aWorld(20240301);
/** In the middle of an hour; of whole hours, the last of them shown twice; of whole days of the chain, across the clocks' change. */
const PERIODS = [
  ['2024-02-27T19:30:00Z', '2024-03-03T05:00:00Z'],
  ['2024-02-27T20:00:00Z', '2024-02-29T18:00:00Z'],
  ['2024-02-27T18:00:00Z', '2024-03-02T19:00:00Z'],
].map(([from = '', to = '']) => ({ from: new Date(from), to: new Date(to) }));

/** Every metric, by every grain, split by nothing, each dimension, and all at once; then with filters. */
const questionsOf = ({ from, to }: Pick<GoldenQuestion, 'from' | 'to'>): GoldenQuestion[] =>
  registry.flatMap(({ key, dimensions }) => {
    const splits = [
      [],
      ...dimensions.map((dimension) => [dimension]),
      ...(dimensions.length > 1 ? [[...dimensions].reverse()] : []),
    ];
    const values: Record<string, string[]> = {
      store: ['S1', 'S9'],
      city: ["Alma's", ''],
      brand: ['Brand 1', ''],
      category: ['Shoes', ''],
      identified: ['true'],
    };
    const filters = dimensions.map((dimension) => [{ dimension, values: values[dimension] ?? [] }]);
    return [null, ...GRAINS].flatMap((grain) => [
      ...splits.map((by) => ({ key, from, to, grain, by, filters: [] })),
      ...filters.map((filter) => ({ key, from, to, grain, by: [], filters: filter })),
      ...(filters.length > 1 ? [{ key, from, to, grain, by: dimensions.slice(0, 1), filters: filters.flat() }] : []),
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

  it.each(registry.map(({ key }) => key))(
    '%s is what a count by hand gives, by every grain, dimension and filter',
    async (key) => {
      const asked = questions.filter((question) => question.key === key);
      expect(asked.length).toBeGreaterThan(4);
      for (const question of asked) {
        const { rows } = await ask(question);
        expect({ question, rows }).toEqual({ question, rows: bruteForce(world, question) });
      }
    },
  );

  it('counts only the stores that the actor may see', async () => {
    for (const question of questions.filter(
      ({ key, grain, by, filters }) =>
        key !== 'points.expired' && grain !== 'HOUR' && by.length < 2 && filters.length === 0,
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

async function takeAll(store: AnalyticsStore, from: World): Promise<void> {
  const parts = { store, zone: ZONE, log: silent, keep: () => Promise.reject(new Error('Nothing is to be kept')) };
  let position = { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null as Date | null };
  const messages = eventsOf(from).map(({ subject, text }, index) => ({ sequence: index + 1, subject, text }));
  while (position.sequence < messages.length)
    position = await takeIn(parts, position, messages.slice(position.sequence, position.sequence + 50));
  // Everything again, in one batch: nothing changes.
  await takeIn(
    parts,
    position,
    messages.map((message) => ({ ...message, sequence: message.sequence + messages.length })),
  );
}
