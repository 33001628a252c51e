import { aPromotion, type WirePromotion } from '../../../test/builders';
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
  ... on PromotionSaved { promotion { id name status version summary
    effect { percentOff } scope { categories } conditions { weekdays membersOnly timeFrom } } }
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
  const draft = aPromotion({
    scope: { categories: ['Food'] },
    conditions: { weekdays: [6], membersOnly: true, timeFrom: '18:00' },
  });
  const { promotion } = await save(draft);
  expect(promotion).toEqual({
    id: draft.id,
    name: 'Autumn',
    status: 'DRAFT',
    version: 1,
    summary: '10% off, in Food, on Sat at 18:00–24:00, for members.',
    effect: { percentOff: '10' },
    scope: { categories: ['Food'] },
    conditions: { weekdays: [6], membersOnly: true, timeFrom: '18:00' },
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
  const broken = aPromotion({ name: '', effect: { percentOff: '110' } });
  expect((await save(broken)).problems.map(({ field }) => field)).toEqual(['name', 'effect.percentOff']);
});

it('publishes, pauses and ends', async () => {
  const { id } = (await save(aPromotion())).promotion;
  expect((await setStatus(id, 'SCHEDULED')).promotion).toMatchObject({ status: 'RUNNING', version: 2 });
  expect((await setStatus(id, 'RUNNING')).promotion).toMatchObject({ status: 'RUNNING', version: 2 });
  expect((await setStatus(id, 'PAUSED')).promotion).toMatchObject({ status: 'PAUSED', version: 3 });
  expect((await setStatus(id, 'ENDED')).promotion).toMatchObject({ status: 'ENDED', version: 4 });
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
  expect(await save({ ...draft, name: 'Again', version: 2 })).toMatchObject({
    __typename: 'PromotionInvalid',
    problems: [{ field: 'status' }],
  });
});

it.each(['0190a000-0000-7000-8000-000000000000', 'autumn'])('does not know %s', async (id) =>
  expect(await setStatus(id, 'ENDED')).toMatchObject({ __typename: 'PromotionUnknown', code: 'PROMOTION_UNKNOWN' }),
);

it('starts and ends promotions by the clock', async () => {
  const conditions = { startsAt: '2026-11-23T00:00:00Z', endsAt: '2026-11-24T00:00:00Z' };
  const { id } = (await save(aPromotion({ conditions }))).promotion;
  expect((await setStatus(id, 'SCHEDULED')).promotion.status).toBe('SCHEDULED');
  const statusAt = async (now: string) => {
    await turnPromotions.run(promotions.context({ now: new Date(now) }));
    return (await promotions.ask(`query ($id: ID!) { promotion(id: $id) { status version } }`, { id })).data;
  };
  expect(await statusAt('2026-11-22T23:59:59Z')).toEqual({ promotion: { status: 'SCHEDULED', version: 2 } });
  expect(await statusAt('2026-11-23T00:00:00Z')).toEqual({ promotion: { status: 'RUNNING', version: 3 } });
  expect(await statusAt('2026-11-23T00:00:05Z')).toEqual({ promotion: { status: 'RUNNING', version: 3 } });
  expect(await statusAt('2026-11-24T00:00:00Z')).toEqual({ promotion: { status: 'ENDED', version: 4 } });
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
