import { newId } from '@adal/service';
import { aPromotion } from '../../../test/builders';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

const ARCHIVE = `mutation ($input: ArchivePromotionInput!) { outcome: archivePromotion(input: $input) { __typename
  ... on PromotionSaved { promotion { archivedAt } } ... on PromotionInvalid { problems { field } } } }`;
const SAVE = 'mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }';
const END = 'mutation ($id: ID!) { setPromotionStatus(input: { id: $id, status: "ENDED" }) { __typename } }';
const LIST = `query ($archived: Boolean, $family: String, $sort: String, $first: Int, $after: String) {
  promotions(archived: $archived, family: $family, sort: $sort, first: $first, after: $after) {
    edges { node { name } } totalCount pageInfo { endCursor } } }`;

const archive = async (id: string, archived: boolean) =>
  (await promotions.ask<{ outcome: object }>(ARCHIVE, { input: { id, archived } })).data.outcome;

interface Page {
  promotions: { edges: { node: { name: string } }[]; totalCount: number; pageInfo: { endCursor: string | null } };
}

async function list(variables: object = {}): Promise<string[]> {
  const { data } = await promotions.ask<Page>(LIST, variables);
  expect(data.promotions.totalCount).toBeGreaterThanOrEqual(data.promotions.edges.length);
  return data.promotions.edges.map(({ node }) => node.name);
}

async function have(name: string, rest: object = {}, definition: object = {}, now = NOW): Promise<string> {
  const input = aPromotion({ name, ...rest }, definition);
  await promotions.ask(SAVE, { input }, { now });
  return input.id;
}

it('puts away what has ended, once, and takes it out again', async () => {
  const id = await have('Old');
  expect(await archive(id, true)).toMatchObject({ __typename: 'PromotionInvalid', problems: [{ field: 'status' }] });
  await promotions.ask(END, { id });
  const told = (await promotions.recorded()).length;
  expect(await archive(id, true)).toMatchObject({ promotion: { archivedAt: NOW.toISOString() } });
  expect(await archive(id, true)).toMatchObject({ promotion: { archivedAt: NOW.toISOString() } });
  expect(await promotions.recorded()).toHaveLength(told + 1);
  expect([await list(), await list({ archived: true })]).toEqual([[], ['Old']]);
  expect(await archive(id, false)).toMatchObject({ promotion: { archivedAt: null } });
  expect([await list(), await list({ archived: true })]).toEqual([['Old'], []]);
});

it('refuses who may not write, and an id that nothing has', async () => {
  const input = { id: newId(), archived: true };
  expect(await archive(input.id, true)).toEqual({ __typename: 'PromotionUnknown' });
  expect((await promotions.ask(ARCHIVE, { input }, { permissions: ['promotions.read'] })).errors).toEqual([
    'FORBIDDEN',
  ]);
});

it('finds those that began as a template of a family', async () => {
  await have('Hours', { templateKey: 'happy-hours' });
  await have('Blank');
  const { data } = await promotions.ask<{ promotionTemplate: { family: string } }>(
    '{ promotionTemplate(key: "happy-hours") { family } }',
  );
  expect(await list({ family: data.promotionTemplate.family })).toEqual(['Hours']);
  expect(await list({ family: 'NONE' })).toEqual([]);
});

it.each([
  ['NAME', ['alpha', 'Beta', 'gamma']],
  ['STARTS', ['gamma', 'alpha', 'Beta']],
  ['ENDS', ['alpha', 'gamma', 'Beta']],
  ['CHANGED', ['Beta', 'alpha', 'gamma']],
])('orders by %s, page after page', async (sort, expected) => {
  const schedule = (from: string | null, until: string | null) => ({ schedule: { from, until } });
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
  await have('gamma', {}, schedule('2026-12-03T00:00:00Z', '2026-12-20T00:00:00Z'), later(1));
  await have('alpha', {}, schedule('2026-12-01T00:00:00Z', '2026-12-10T00:00:00Z'), later(2));
  await have('Beta', {}, schedule(null, null), later(3));
  const names: string[] = [];
  for (let after: string | null = null, page = 0; page < 3; page += 1) {
    const { data }: { data: Page } = await promotions.ask<Page>(LIST, { sort, first: 1, after });
    names.push(...data.promotions.edges.map(({ node }) => node.name));
    after = data.promotions.pageInfo.endCursor;
  }
  expect(names).toEqual(expected);
});

it('refuses an order that there is not, and the cursor of another one', async () => {
  await have('one');
  const { data } = await promotions.ask<Page>(LIST, { sort: 'NAME' });
  const after = data.promotions.pageInfo.endCursor;
  expect((await promotions.ask(LIST, { sort: 'STARTS', after })).errors).toEqual(['BAD_USER_INPUT']);
  expect((await promotions.ask(LIST, { sort: 'constructor' })).errors).toEqual(['BAD_USER_INPUT']);
});
