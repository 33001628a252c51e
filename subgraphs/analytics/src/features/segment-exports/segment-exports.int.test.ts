import { randomUUID } from 'node:crypto';
import type { Actor } from '@adal/service';
import { ANALYST, startAnalytics, type TestAnalytics } from '../../../test/harness';

const FREEZE = 'mutation ($input: FreezeSegmentInput!) { freezeSegment(input: $input) { __typename } }';
const CHANGE = 'mutation ($input: ChangeGroupInput!) { changeGroup(input: $input) { __typename } }';
const EXPORT = `mutation ($input: ExportSegmentInput!) {
  exportSegment(input: $input) { __typename ... on SegmentExportStarted { export { columns members authorName } } }
}`;
const PAGE = `query ($id: ID!, $after: String) {
  segmentExport(id: $id) { page(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }
}`;
const LINES = 'query ($id: ID!) { segment(id: $id) { exports { id authorName } } }';

describe('an export of a segment', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await startAnalytics();
  });
  afterAll(() => analytics.stop());

  const ask = async (query: string, variables: Record<string, unknown>, as: Actor = ANALYST): Promise<unknown> => {
    const { data, errors } = await analytics.execute(as, query, variables);
    return errors?.[0] ? errors[0].extensions?.['code'] : Object.values(data ?? {})[0];
  };
  const without = (permission: string, id = ANALYST.id): Actor => ({
    ...ANALYST,
    id,
    permissions: new Set([...ANALYST.permissions].filter((one) => one !== permission)),
  });

  async function groupOf(members: readonly string[]): Promise<string> {
    const id = randomUUID();
    await ask(FREEZE, { input: { id, name: `Group ${id}` } });
    await ask(CHANGE, { input: { id, add: members } });
    return id;
  }

  it('is written down before the first member, once, and then gives all of them page by page', async () => {
    const members = [randomUUID(), randomUUID(), randomUUID()].sort();
    const segmentId = await groupOf(members);
    const input = { id: randomUUID(), segmentId, columns: ['MEMBER_ID', 'NAME'] };
    const started = {
      __typename: 'SegmentExportStarted',
      export: { columns: ['MEMBER_ID', 'NAME'], members: 3, authorName: 'Analyst' },
    };
    expect(await ask(EXPORT, { input })).toEqual(started);
    expect(await ask(EXPORT, { input })).toEqual(started);
    expect(await ask(LINES, { id: segmentId })).toEqual({ exports: [{ id: input.id, authorName: 'Analyst' }] });
    const first = await ask(PAGE, { id: input.id });
    expect(first).toMatchObject({ page: { edges: members.slice(0, 2).map((id) => ({ node: { id } })) } });
    const { endCursor } = (first as { page: { pageInfo: { endCursor: string } } }).page.pageInfo;
    expect(await ask(PAGE, { id: input.id, after: endCursor })).toMatchObject({
      page: { edges: [{ node: { id: members[2] } }], pageInfo: { hasNextPage: false } },
    });
  });

  it('needs the right to it, and to personal data when a column says who a member is', async () => {
    const segmentId = await groupOf([]);
    const input = { id: randomUUID(), segmentId, columns: ['PHONE'] };
    expect(await ask(EXPORT, { input }, without('segments.export'))).toBe('FORBIDDEN');
    expect(await ask(EXPORT, { input }, without('members.pii.read'))).toBe('FORBIDDEN');
    expect(await ask(LINES, { id: segmentId })).toEqual({ exports: [] });
    const plain = { ...input, columns: ['CITY'] };
    expect(await ask(EXPORT, { input: plain }, without('members.pii.read'))).toMatchObject({
      __typename: 'SegmentExportStarted',
    });
  });

  it('gives its pages to nobody but who began it, and its id stands for nothing else', async () => {
    const segmentId = await groupOf([]);
    const input = { id: randomUUID(), segmentId, columns: ['CITY'] };
    await ask(EXPORT, { input });
    expect(await ask(PAGE, { id: input.id }, { ...ANALYST, id: 'another' })).toBeNull();
    expect(await ask(EXPORT, { input: { ...input, columns: ['GENDER'] } })).toBe('BAD_USER_INPUT');
    expect(await ask(EXPORT, { input: { ...input, segmentId: await groupOf([]) } })).toBe('BAD_USER_INPUT');
    expect(await ask(EXPORT, { input: { ...input, id: randomUUID(), columns: [] } })).toBe('BAD_USER_INPUT');
    expect(await ask(EXPORT, { input: { ...input, id: randomUUID(), segmentId: randomUUID() } })).toMatchObject({
      __typename: 'SegmentUnknown',
    });
  });
});
