import { aPromotion, percentOff, type WirePromotion } from '../../../test/builders';
import { NOW, startPromotions, type Asking, type Promotions } from '../../../test/harness';
import { turnPromotions } from './turn-promotions';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

interface Outcome {
  __typename: string;
  promotion: { id: string; version: number; status: string; name: string };
  problems: { field: string }[];
}

const OUTCOME = `__typename
  ... on PromotionSaved { promotion { id name status version definition summary startsAt templateKey noControlReason } }
  ... on PromotionChanged { code promotion { id version } }
  ... on PromotionInvalid { code message problems { field message } }`;

async function save(input: WirePromotion, asking?: Asking): Promise<Outcome> {
  const document = `mutation ($input: SavePromotionInput!) { outcome: savePromotion(input: $input) { ${OUTCOME} } }`;
  return (await promotions.ask<{ outcome: Outcome }>(document, { input }, asking)).data.outcome;
}

async function setStatus(id: string, status: string, asking?: Asking): Promise<Outcome> {
  const document = `mutation ($input: SetPromotionStatusInput!) { outcome: setPromotionStatus(input: $input) {
    ${OUTCOME.replace('... on PromotionChanged { code promotion { id version } }', '... on PromotionUnknown { code message }')} } }`;
  return (await promotions.ask<{ outcome: Outcome }>(document, { input: { id, status } }, asking)).data.outcome;
}

const changes = async () =>
  (await promotions.recorded()).filter((subject) => subject === 'promotions.promotion.changed.v1').length;

it('saves a draft that can be read back', async () => {
  const effects = [percentOff('10.00', { kind: 'CATEGORY', in: ['Food'] })];
  const schedule = { from: '2026-12-01T00:00:00+05:00', weekdays: [6], hours: [{ from: '18:00', until: '24:00' }] };
  const draft = aPromotion({ templateKey: 'happy-hours' }, { effects, schedule, condition: { kind: 'IDENTIFIED' } });
  const { promotion } = await save(draft);
  expect(promotion).toMatchObject({
    id: draft.id,
    name: 'Autumn',
    status: 'DRAFT',
    version: 1,
    templateKey: 'happy-hours',
    noControlReason: 'Nothing to measure in a test',
    startsAt: '2026-11-30T19:00:00.000Z',
    summary: expect.stringContaining('10% off'),
    definition: {
      priority: 100,
      effects: [percentOff('10', { kind: 'CATEGORY', in: ['Food'] })],
      schedule: { from: '2026-11-30T19:00:00.000Z', until: null, weekdays: [6] },
      condition: { kind: 'IDENTIFIED' },
      holdout: null,
    },
  });
  const { data } = await promotions.ask(
    `query ($id: ID!) { promotion(id: $id) { name } none: promotion(id: "x") { name } }`,
    draft,
  );
  expect(data).toEqual({ promotion: { name: 'Autumn' }, none: null });
});

it('takes the same content again as a success that changes nothing', async () => {
  const draft = aPromotion();
  await save(draft);
  expect(await save({ ...draft, id: draft.id.toUpperCase() })).toMatchObject({
    __typename: 'PromotionSaved',
    promotion: { version: 1 },
  });
  expect(await changes()).toBe(1);
});

it('saves a change over the version it was made from, and shows a colleague theirs', async () => {
  const draft = aPromotion();
  await save(draft);
  expect(await save({ ...draft, name: 'Winter', version: 1 })).toMatchObject({
    promotion: { name: 'Winter', version: 2 },
  });
  expect(await save({ ...draft, name: 'Spring', version: 1 })).toEqual({
    __typename: 'PromotionChanged',
    code: 'PROMOTION_CHANGED',
    promotion: { id: draft.id, version: 2 },
  });
});

it('makes one promotion of two first saves at once', async () => {
  const draft = aPromotion();
  const outcomes = await Promise.all([save(draft), save(draft)]);
  expect(outcomes.map(({ promotion }) => promotion.version)).toEqual([1, 1]);
});

it('names what cannot work', async () => {
  const broken = aPromotion({ name: '' }, { effects: [percentOff('110')] });
  const fields = (await save(broken)).problems.map(({ field }) => field);
  expect(fields).toEqual(['name', 'definition.effects.0.percent']);
});

it('publishes, pauses and ends', async () => {
  const { id } = (await save(aPromotion())).promotion;
  expect((await setStatus(id, 'SCHEDULED')).promotion).toMatchObject({ status: 'RUNNING', version: 1 });
  expect((await setStatus(id, 'RUNNING')).promotion).toMatchObject({ status: 'RUNNING', version: 1 });
  expect((await setStatus(id, 'PAUSED')).promotion).toMatchObject({ status: 'PAUSED', version: 1 });
  expect((await setStatus(id, 'ENDED')).promotion).toMatchObject({ status: 'ENDED', version: 1 });
  expect(await setStatus(id, 'RUNNING')).toMatchObject({
    __typename: 'PromotionInvalid',
    problems: [{ field: 'status' }],
  });
  expect(await changes()).toBe(4);
});

it('does not change an ended promotion', async () => {
  const draft = aPromotion();
  await save(draft);
  await setStatus(draft.id, 'ENDED');
  expect(await save({ ...draft, name: 'Again', version: 1 })).toMatchObject({
    __typename: 'PromotionInvalid',
    problems: [{ field: 'status' }],
  });
});

it.each(['0190a000-0000-7000-8000-000000000000', 'autumn'])('does not know %s', async (id) =>
  expect(await setStatus(id, 'ENDED')).toMatchObject({ __typename: 'PromotionUnknown', code: 'PROMOTION_UNKNOWN' }),
);

it('starts and ends promotions by the clock', async () => {
  const schedule = { from: '2026-11-23T00:00:00Z', until: '2026-11-24T00:00:00Z' };
  const { id } = (await save(aPromotion({}, { schedule }))).promotion;
  expect((await setStatus(id, 'SCHEDULED')).promotion.status).toBe('SCHEDULED');
  const statusAt = async (now: string) => {
    await turnPromotions.run(promotions.context({ now: new Date(now) }));
    return (await promotions.ask(`query ($id: ID!) { promotion(id: $id) { status } }`, { id })).data;
  };
  expect(await statusAt('2026-11-22T23:59:59Z')).toEqual({ promotion: { status: 'SCHEDULED' } });
  expect(await statusAt('2026-11-23T00:00:00Z')).toEqual({ promotion: { status: 'RUNNING' } });
  expect(await statusAt('2026-11-23T00:00:05Z')).toEqual({ promotion: { status: 'RUNNING' } });
  expect(await statusAt('2026-11-24T00:00:00Z')).toEqual({ promotion: { status: 'ENDED' } });
});

interface Versions {
  promotion: { versions: { edges: { node: object }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
}

it('keeps every version, with who made it and why', async () => {
  const draft = aPromotion({ note: 'First idea' });
  await save(draft);
  await setStatus(draft.id, 'RUNNING');
  const other = aPromotion({ ...draft, note: 'Too dear', version: 1 }, { effects: [percentOff('5')] });
  await save({ ...other, definition: { ...(other.definition as object), effects: [percentOff('5')] } });
  const document = `query ($id: ID!, $after: String) { promotion(id: $id) { versions(first: 1, after: $after) {
    edges { node { version definition authorName at note } } pageInfo { endCursor hasNextPage } } } }`;
  const page = async (after?: string) =>
    (await promotions.ask<Versions>(document, { id: draft.id, after })).data.promotion.versions;
  const latest = await page();
  expect(latest).toMatchObject({
    edges: [{ node: { version: 2, note: 'Too dear', authorName: 'anonymous', at: NOW.toISOString() } }],
    pageInfo: { hasNextPage: true },
  });
  expect((await page(latest.pageInfo.endCursor)).edges).toMatchObject([
    { node: { version: 1, note: 'First idea', definition: { effects: [percentOff('10')] } } },
  ]);
});

it('never writes a version again', async () => {
  await save(aPromotion());
  await expect(promotions.db.query(`update promotion_version set name = 'Other'`)).rejects.toThrow('never changes');
});

it('deletes a draft once, and nothing that was published', async () => {
  const document = `mutation ($input: DeletePromotionInput!) { outcome: deletePromotion(input: $input) { __typename
    ... on PromotionDeleted { deleted } ... on PromotionInvalid { problems { field } } } }`;
  const remove = async (id: string, asking?: Asking) => promotions.ask(document, { input: { id } }, asking);
  const draft = aPromotion();
  await save(draft);
  expect((await remove(draft.id)).data).toMatchObject({ outcome: { deleted: true } });
  expect((await remove(draft.id)).data).toMatchObject({ outcome: { deleted: false } });
  expect(await promotions.db.query('select 1 from promotion_version')).toEqual([]);
  expect(await save(draft)).toMatchObject({ promotion: { version: 1 } });
  await setStatus(draft.id, 'RUNNING');
  expect((await remove(draft.id)).data).toMatchObject({ outcome: { problems: [{ field: 'status' }] } });
  expect((await remove(draft.id, { permissions: ['promotions.read'] })).errors).toEqual(['FORBIDDEN']);
});

it('links a copy to what it was copied from', async () => {
  const [mother, copy] = [aPromotion({ name: 'Mother' }), aPromotion({ name: 'Copy' })];
  await save(mother);
  await save({ ...copy, parentId: mother.id });
  const { data } = await promotions.ask(`query ($id: ID!) { promotion(id: $id) { parent { name } } }`, copy);
  expect(data).toEqual({ promotion: { parent: { name: 'Mother' } } });
});

interface Page {
  promotions: { edges: { node: { name: string } }[]; totalCount: number; pageInfo: { endCursor: string | null } };
}

it('lists promotions, last changed first, in pages', async () => {
  for (const [index, name] of ['one', 'two', 'Three'].entries()) {
    await save(aPromotion({ name }), { now: new Date(NOW.getTime() + (index === 2 ? 1 : index) * 1_000) });
  }
  const document = `query ($after: String, $search: String, $status: String) {
    promotions(first: 2, after: $after, search: $search, status: $status) { edges { node { name } } totalCount pageInfo { endCursor } } }`;
  const list = async (variables: object) => (await promotions.ask<Page>(document, variables)).data.promotions;
  const names = ({ edges }: Page['promotions']) => edges.map(({ node }) => node.name);
  const first = await list({});
  expect([names(first), first.totalCount]).toEqual([['Three', 'two'], 3]);
  expect(names(await list({ after: first.pageInfo.endCursor }))).toEqual(['one']);
  expect(names(await list({ search: 'THR' }))).toEqual(['Three']);
  expect(names(await list({ status: 'RUNNING' }))).toEqual([]);
  expect((await promotions.ask(document, { after: 'x' })).errors).toEqual(['BAD_USER_INPUT']);
});

it('resolves promotions that other subgraphs name', async () => {
  const { id } = (await save(aPromotion())).promotion;
  const document = `query ($id: ID!) { _entities(representations: [{ __typename: "Promotion", id: $id }]) { ... on Promotion { name } } }`;
  expect((await promotions.ask(document, { id })).data).toEqual({ _entities: [{ name: 'Autumn' }] });
});

it('needs promotions.read to look and promotions.write to change', async () => {
  const reader: Asking = { permissions: ['promotions.read'] };
  const saved = `mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }`;
  expect((await promotions.ask(saved, { input: aPromotion() }, reader)).errors).toEqual(['FORBIDDEN']);
  const status = `mutation { setPromotionStatus(input: { id: "x", status: "ENDED" }) { __typename } }`;
  expect((await promotions.ask(status, {}, reader)).errors).toEqual(['FORBIDDEN']);
  for (const document of ['{ promotions { totalCount } }', '{ promotion(id: "x") { name } }']) {
    expect((await promotions.ask(document, {}, { permissions: ['catalogue.read'] })).errors).toEqual(['FORBIDDEN']);
  }
});
