import { gallery } from '@adal/engine';
import { startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterAll(() => promotions.stop());

interface Found {
  promotionTemplates: { key: string; definition: unknown; sentence: string }[];
}

it('shows the whole gallery, each with its receipt before and after', async () => {
  const receipt = '{ lines { sku quantity total discount pointsEarned } payable pointsEarned notices }';
  const { data, errors } = await promotions.ask<Found>(`{ promotionTemplates { key family definition
    name { ru kk en } description { ru } parameters { key kind name { kk } default } sentence(language: "ru")
    before ${receipt} after ${receipt} } }`);
  expect(errors).toEqual([]);
  expect(data.promotionTemplates).toMatchObject(
    gallery.map(({ key, family, golden }) => ({ key, family, after: { payable: golden.expected.payable } })),
  );
});

it('finds those of one family, and one by its key', async () => {
  const document = `{ promotionTemplates(family: "BRING_BACK") { family } promotionTemplate(key: "none") { key } }`;
  const { data } = await promotions.ask<Found & { promotionTemplate: null }>(document);
  expect(new Set(data.promotionTemplates.map((template) => JSON.stringify(template)))).toEqual(
    new Set(['{"family":"BRING_BACK"}']),
  );
  expect(data.promotionTemplate).toBeNull();
});

it('builds with other values, and refuses values of another shape', async () => {
  const template = gallery.find(({ parameters }) => 'percent' in parameters);
  const document = `query ($key: String!, $parameters: JSON) { promotionTemplate(key: $key) { definition(parameters: $parameters) } }`;
  const ask = (parameters: unknown) => promotions.ask(document, { key: template?.key, parameters });
  expect(JSON.stringify((await ask({ percent: '33', colour: 1 })).data)).toContain('"33"');
  expect((await ask({ percent: 33 })).errors).toEqual(['BAD_USER_INPUT']);
  expect((await ask('33')).errors).toEqual(['BAD_USER_INPUT']);
});

it('needs promotions.read', async () => {
  const asked = await promotions.ask('{ promotionTemplates { key } }', {}, { permissions: ['catalogue.read'] });
  expect(asked.errors).toEqual(['FORBIDDEN']);
});
