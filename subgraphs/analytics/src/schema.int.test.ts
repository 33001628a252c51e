import { ANALYST, ANONYMOUS, startAnalytics, type TestAnalytics } from '../test/harness';
import { analyticsSchema } from './schema';

const DOCUMENTS: Record<string, string> = {
  metric:
    '{ metric(input: { key: "sales.revenue", from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" }) { key } }',
  metrics: '{ metrics { key } }',
  analyticsStatus: '{ analyticsStatus { store } }',
  rebuildAnalytics: 'mutation { rebuildAnalytics(rebuildId: "r1") { id } }',
};

describe('every field at the root', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await startAnalytics();
  });
  afterAll(() => analytics.stop());

  const schema = analyticsSchema();
  const fields = [schema.getQueryType(), schema.getMutationType()]
    .flatMap((type) => Object.keys(type?.getFields() ?? {}))
    .filter((name) => !name.startsWith('_'));

  it.each(fields)('%s asks who is there and what they may', async (name) => {
    const codeFor = async (actor: typeof ANALYST): Promise<unknown> =>
      (await analytics.execute(actor, DOCUMENTS[name] ?? '')).errors?.[0]?.extensions?.['code'];
    expect(await codeFor(ANONYMOUS)).toBe('UNAUTHENTICATED');
    expect(await codeFor({ ...ANALYST, permissions: new Set(['members.read']) })).toBe('FORBIDDEN');
    expect(await codeFor(ANALYST)).toBeUndefined();
  });
});
