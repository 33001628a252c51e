import { ANALYST, ANONYMOUS, startAnalytics, type TestAnalytics } from '../test/harness';
import { analyticsSchema } from './schema';

const ID = '00000000-0000-7000-8000-000000000001';

const DOCUMENTS: Record<string, string> = {
  metric:
    '{ metric(input: { key: "sales.revenue", from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" }) { key } }',
  metrics: '{ metrics { key } }',
  metricDefinition: '{ metricDefinition(key: "sales.revenue") { key } }',
  reports: '{ reports { key } }',
  report: '{ report(input: { key: "sales", from: "2026-01-01", to: "2026-01-02" }) { key } }',
  revenueTree: `{ revenueTree(input: { from: "2026-01-03", to: "2026-01-04" }) { __typename } }`,
  dumps: '{ dumps { id } }',
  dumpViews: 'mutation { dumpViews(dumpId: "d1") { __typename } }',
  analyticsStatus: '{ analyticsStatus { store } }',
  segments: '{ segments(filter: { search: "a", memberId: "none" }) { totalCount } }',
  segment: '{ segment(id: "none") { id } }',
  previewSegment: '{ previewSegment(definition: { kind: "CITY", in: [""] }) { ... on SegmentPreview { count } } }',
  segmentOverlap: `{ segmentOverlap(ids: ["${ID}", "00000000-0000-7000-8000-000000000002"]) { sizes } }`,
  segmentFolders: '{ segmentFolders }',
  segmentExport: '{ segmentExport(id: "none") { id } }',
  exportSegment: `mutation { exportSegment(input: { id: "${ID}", segmentId: "none", columns: [CITY] }) { __typename } }`,
  saveSegment: `mutation { saveSegment(input: { id: "${ID}", version: 0, name: "A", definition: { kind: "CITY", in: [""] } }) { __typename } }`,
  freezeSegment:
    'mutation { freezeSegment(input: { id: "00000000-0000-7000-8000-000000000003", name: "B" }) { __typename } }',
  changeGroup: 'mutation { changeGroup(input: { id: "none" }) { __typename } }',
  deleteSegment: 'mutation { deleteSegment(id: "none") { __typename } }',
  rfmGrids: '{ rfmGrids { id name(locale: "kk") axes { measure fixed } } }',
  rfmReport: '{ rfmReport(input: { gridId: "CLASSIC" }) { members cells { name averageReceipt } } }',
  rfmMigration: '{ rfmMigration(input: { gridId: "CLASSIC" }, since: "2026-01-01") { members } }',
  rfmMembers: '{ rfmMembers(input: { gridId: "CLASSIC" }, cells: ["5-5-5"]) { edges { node { cell } } } }',
  saveRfmGrid: `mutation { saveRfmGrid(input: { gridId: "PURCHASES_BUDGET", version: 0,
    settings: { windowDays: 90, cuts: [{ bounds: ["2"] }, { bounds: ["5000.00"] }] } }) { __typename } }`,
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
