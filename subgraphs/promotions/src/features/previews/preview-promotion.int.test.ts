import { aPromotion, percentOff, type WirePromotion } from '../../../test/builders';
import { startPromotions, type Asking, type Promotions } from '../../../test/harness';
import { aBasket } from '../../../test/quoting';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterAll(() => promotions.stop());
afterEach(() => promotions.clear());

const PREVIEW = `query ($input: PreviewPromotionInput!) { preview: previewPromotion(input: $input) { __typename
  ... on PromotionPreview { with { payable applied { name } notApplied { reason } receiptText } without { payable applied { name } } }
  ... on PromotionInvalid { problems { field } } ... on UserError { code } } }`;
const preview = async (promotion: WirePromotion | null, input: object = {}, asking?: Asking) =>
  (await promotions.ask<{ preview: object }>(PREVIEW, { input: { promotion, basket: aBasket(input) } }, asking)).data
    ?.preview;

it('prices with the draft beside everything that runs, and without it', async () => {
  await promotions.haveRunning({ name: 'Running' });
  const thanks = { kind: 'RECEIPT_TEXT', text: { en: 'Draft!' } };
  const draft = aPromotion({ name: 'Draft' }, { effects: [percentOff('10'), thanks] });
  expect(await preview(draft, { language: 'en' })).toEqual({
    __typename: 'PromotionPreview',
    with: {
      payable: '810.00',
      applied: expect.arrayContaining([{ name: 'Draft' }, { name: 'Running' }]),
      notApplied: [],
      receiptText: ['Draft!', 'You saved 190\u00a0₸'],
    },
    without: { payable: '900.00', applied: [{ name: 'Running' }] },
  });
});

it('lets an edit stand in for what it edits, and null for what runs alone', async () => {
  const id = await promotions.haveRunning({ name: 'Running' });
  expect(await preview(aPromotion({ id }, { effects: [percentOff('50')] }))).toMatchObject({
    with: { payable: '500.00' },
    without: { payable: '1000.00' },
  });
  expect(await preview(null)).toMatchObject({ with: { payable: '900.00' }, without: { payable: '900.00' } });
});

it('refuses what cannot be priced', async () => {
  const nothing = await preview(aPromotion({}, { effects: [percentOff('0')] }));
  expect(nothing).toMatchObject({ problems: [{ field: 'definition.effects.0.percent' }] });
  expect(await preview(null, { storeId: 'X' })).toMatchObject({ code: 'STORE_UNKNOWN' });
  expect(await preview(null, { lines: [] })).toMatchObject({ code: 'BASKET_INVALID' });
});

it('needs promotions.read', async () => {
  const asked = await promotions.ask(PREVIEW, { input: { basket: aBasket() } }, { permissions: ['purchase.quote'] });
  expect(asked.errors).toEqual(['FORBIDDEN']);
});
