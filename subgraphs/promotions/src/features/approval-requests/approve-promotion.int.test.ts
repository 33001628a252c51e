import { aPromotion } from '../../../test/builders';
import { startPromotions, type Asking, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.db.query('update programme set approval_money_minor = 10000000');
});
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

const author: Asking = { actorId: 'author' };
const colleague: Asking = { actorId: 'colleague' };
const OUTCOME = `__typename ... on UserError { code } ... on PromotionInvalid { problems { field } }
  ... on PromotionSaved { promotion { id status version approvalNeeded approval { status requestComment decidedById decisionComment } } }`;
const act = async (mutation: string, type: string, input: object, asking: Asking = author) => {
  const document = `mutation ($input: ${type}!) { outcome: ${mutation}(input: $input) { ${OUTCOME} } }`;
  return (await promotions.ask<{ outcome: object }>(document, { input }, asking)).data.outcome;
};
const save = (input: object) => act('savePromotion', 'SavePromotionInput', input);
const run = (id: string) => act('setPromotionStatus', 'SetPromotionStatusInput', { id, status: 'RUNNING' });
const request = (id: string, version = 1) =>
  act('requestPromotionApproval', 'RequestPromotionApprovalInput', { id, version, comment: 'Before Friday' });
const decide = (id: string, approve: boolean, comment: string | null, asking = colleague, version = 1) =>
  act('decidePromotionApproval', 'DecidePromotionApprovalInput', { id, version, approve, comment }, asking);

it('publishes a large promotion only when a colleague has approved this very version', async () => {
  const draft = aPromotion();
  const { id } = draft;
  await save(draft);
  expect(await run(id)).toEqual({ __typename: 'ApprovalNeeded', code: 'APPROVAL_NEEDED' });
  expect(await request(id)).toMatchObject({
    promotion: { approvalNeeded: true, approval: { status: 'WAITING', requestComment: 'Before Friday' } },
  });
  expect(await request(id)).toMatchObject({ __typename: 'PromotionSaved' });
  expect(await run(id)).toMatchObject({ code: 'APPROVAL_NEEDED' });
  expect(await decide(id, true, null)).toMatchObject({
    promotion: { approvalNeeded: false, approval: { status: 'APPROVED', decidedById: 'colleague' } },
  });
  expect(await decide(id, true, null)).toMatchObject({ __typename: 'PromotionSaved' });
  expect(await decide(id, false, 'No')).toMatchObject({ code: 'APPROVAL_NOT_WAITING' });
  expect(await run(id)).toMatchObject({ promotion: { status: 'RUNNING' } });
  const told = (await promotions.recorded()).filter((subject) => subject === 'promotions.approval.changed.v1');
  expect(told).toHaveLength(2);
});

it('lets nobody change what runs past the colleague: it is paused, changed and approved again', async () => {
  const draft = aPromotion({ limits: { moneyBudget: '50000.00' } });
  const { id } = draft;
  await save(draft);
  expect(await run(id)).toMatchObject({ promotion: { status: 'RUNNING' } });
  const larger = { ...draft, limits: { moneyBudget: '100000.01' }, version: 1 };
  expect(await save(larger)).toMatchObject({ problems: [{ field: 'status' }] });
  await act('setPromotionStatus', 'SetPromotionStatusInput', { id, status: 'PAUSED' });
  expect(await save(larger)).toMatchObject({ promotion: { version: 2, status: 'PAUSED', approvalNeeded: true } });
  expect(await run(id)).toMatchObject({ code: 'APPROVAL_NEEDED' });
  await request(id, 2);
  await decide(id, true, null, colleague, 2);
  expect(await run(id)).toMatchObject({ promotion: { status: 'RUNNING', version: 2 } });
});

it.each([
  ['a small budget', { limits: { moneyBudget: '100000.00' } }, {}],
  ['points alone', {}, { effects: [{ kind: 'POINTS_MULTIPLIER', factor: '2' }] }],
])('needs nobody for %s', async (_, promotion, definition) => {
  const draft = aPromotion(promotion, definition);
  await save(draft);
  expect(await run(draft.id)).toMatchObject({ promotion: { status: 'RUNNING', approvalNeeded: false } });
});

it('lets neither who wrote it nor who asked decide', async () => {
  const draft = aPromotion();
  await save(draft);
  await request(draft.id);
  expect(await decide(draft.id, true, null, author)).toMatchObject({ code: 'PROMOTION_IS_OWN' });
  const other = aPromotion();
  await save(other);
  const asked = { id: other.id, version: 1 };
  await act('requestPromotionApproval', 'RequestPromotionApprovalInput', asked, colleague);
  expect(await decide(other.id, true, null, author)).toMatchObject({ code: 'PROMOTION_IS_OWN' });
  expect(await decide(other.id, true, null, colleague)).toMatchObject({ code: 'PROMOTION_IS_OWN' });
});

it('rejects with a reason, and asks again only for another version', async () => {
  const draft = aPromotion();
  const { id } = draft;
  await save(draft);
  expect(await decide(id, false, 'No')).toMatchObject({ code: 'APPROVAL_NOT_WAITING' });
  await request(id);
  expect(await decide(id, false, ' ')).toMatchObject({ problems: [{ field: 'comment' }] });
  expect(await decide(id, false, 'Too dear')).toMatchObject({
    promotion: { approval: { status: 'REJECTED', decisionComment: 'Too dear' } },
  });
  expect(await request(id)).toMatchObject({ problems: [{ field: 'version' }] });
  await save({ ...draft, name: 'Cheaper', version: 1 });
  expect(await request(id)).toMatchObject({ __typename: 'PromotionChanged' });
  expect(await request(id, 2)).toMatchObject({ promotion: { approval: { status: 'WAITING' } } });
});

it('lists what waits', async () => {
  const [waiting, silent] = [aPromotion({ name: 'Waiting' }), aPromotion()];
  await save(waiting);
  await save(silent);
  await request(waiting.id);
  const { data } = await promotions.ask('{ promotions(awaitsApproval: true) { totalCount edges { node { name } } } }');
  expect(data).toEqual({ promotions: { totalCount: 1, edges: [{ node: { name: 'Waiting' } }] } });
});

it('needs promotions.approve to decide, and knows only what is there', async () => {
  const none = '0190a000-0000-7000-8000-000000000000';
  expect(await request(none)).toMatchObject({ code: 'PROMOTION_UNKNOWN' });
  expect(await decide('x', true, null)).toMatchObject({ code: 'PROMOTION_UNKNOWN' });
  const document = `mutation ($input: DecidePromotionApprovalInput!) { decidePromotionApproval(input: $input) { __typename } }`;
  const input = { id: none, version: 1, approve: true };
  const asked = await promotions.ask(document, { input }, { permissions: ['promotions.write'] });
  expect(asked.errors).toEqual(['FORBIDDEN']);
});
