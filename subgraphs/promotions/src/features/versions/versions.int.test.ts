import { aPromotion, percentOff } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

const save = (input: object) =>
  promotions.ask('mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }', { input });
const RESTORE = `mutation ($input: RestorePromotionVersionInput!) { outcome: restorePromotionVersion(input: $input) {
  __typename ... on UserError { code } ... on PromotionSaved { promotion { version name definition versions(first: 1) {
    edges { node { note } } } } } } }`;
const restore = async (input: object) => (await promotions.ask<{ outcome: object }>(RESTORE, { input })).data.outcome;

async function haveTwoVersions(): Promise<string> {
  const draft = aPromotion({ limits: { usesBudget: 10 } });
  await save(draft);
  await save({
    ...aPromotion({ ...draft, limits: {} }),
    name: 'Winter',
    definition: deeper(draft.definition),
    version: 1,
  });
  return draft.id;
}
const deeper = (definition: unknown) => ({ ...(definition as object), effects: [percentOff('20')] });

it('saves an old version as a new one, and the versions between stay', async () => {
  const id = await haveTwoVersions();
  expect(await restore({ id, restore: 1, version: 2 })).toMatchObject({
    promotion: {
      version: 3,
      name: 'Autumn',
      definition: { effects: [percentOff('10')] },
      versions: { edges: [{ node: { note: '← 1' } }] },
    },
  });
  expect(await restore({ id, restore: 1, version: 2 })).toMatchObject({ promotion: { version: 3 } });
  expect(await restore({ id, restore: 2, version: 1 })).toMatchObject({ code: 'PROMOTION_CHANGED' });
  expect(await restore({ id, restore: 9, version: 3 })).toMatchObject({ code: 'PROMOTION_UNKNOWN' });
  expect(await restore({ id: 'x', restore: 1, version: 3 })).toMatchObject({ code: 'PROMOTION_UNKNOWN' });
});

it.each([
  ['en', '10 sales altogether.', '20% off'],
  ['ru', 'Всего покупок: 10.', '20%'],
  ['kk', 'Барлығы 10 сатып алу.', '20%'],
])('says in %s what changed', async (language, removed, added) => {
  const id = await haveTwoVersions();
  const document = `query ($id: ID!, $language: Locale, $to: Int!) { promotionDifference(id: $id, from: 1, to: $to, language: $language) { removed added } }`;
  const { data } = await promotions.ask(document, { id, language, to: 2 });
  expect(data).toEqual({
    promotionDifference: {
      removed: ['«Autumn»', expect.stringContaining('10%'), removed],
      added: ['«Winter»', expect.stringContaining(added)],
    },
  });
  expect((await promotions.ask(document, { id, language, to: 3 })).data).toEqual({ promotionDifference: null });
});

it('needs promotions.write to restore and promotions.read to compare', async () => {
  const asking = { permissions: ['catalogue.read'] as const };
  const input = { id: 'x', restore: 1, version: 1 };
  expect((await promotions.ask(RESTORE, { input }, asking)).errors).toEqual(['FORBIDDEN']);
  const compare = '{ promotionDifference(id: "x", from: 1, to: 2) { added } }';
  expect((await promotions.ask(compare, {}, asking)).errors).toEqual(['FORBIDDEN']);
});
