import { newId } from '@adal/service';
import { aPromotion, percentOff, type WirePromotion } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

interface Problem {
  field: string;
  en: string;
  ru: string;
  kk: string;
}

const PROBLEMS =
  '... on PromotionInvalid { problems { field en: message ru: message(language: "ru") kk: message(language: "kk") } }';

async function problemsOf(mutation: string, variables: object): Promise<Problem[]> {
  const { data } = await promotions.ask<{ outcome: { problems?: Problem[] } }>(mutation, variables);
  return data.outcome.problems ?? [];
}
const saving = (input: WirePromotion) =>
  problemsOf(`mutation ($input: SavePromotionInput!) { outcome: savePromotion(input: $input) { ${PROBLEMS} } }`, {
    input,
  });
const turning = (id: string, status: string) =>
  problemsOf(
    `mutation ($id: ID!, $status: String!) { outcome: setPromotionStatus(input: { id: $id, status: $status }) { ${PROBLEMS} } }`,
    { id, status },
  );

const LIMITS = { moneyBudget: '-1.00', pointsBudget: '1.00', usesBudget: 0, usesPerDay: 0, evenly: true };

it('says every problem of a form in the three languages', async () => {
  const long = 'x'.repeat(501);
  const said = [
    ...(await saving(aPromotion({ id: 'x', name: '', templateKey: long, note: long, limits: LIMITS }))),
    ...(await saving(aPromotion({ parentId: 'x', limits: { evenly: true } }))),
    ...(await saving(
      aPromotion({ limits: { moneyBudget: '1.00' } }, { effects: [{ kind: 'MESSAGE', text: { en: 'Hi' } }] }),
    )),
    ...(await saving(aPromotion({ noControlReason: null }))),
    ...(await saving(aPromotion({}, { effects: [percentOff('0')], priority: 2_000, holdout: { share: '100' } }))),
    ...(await saving(aPromotion({}, { effects: 'none' }))),
  ];
  expect(said.length).toBeGreaterThan(14);
  for (const { en, ru, kk } of said) {
    expect([en, /[а-яё]/i.test(ru), /[а-яәғқңөұүһі]/i.test(kk), ru === kk]).toEqual([en, true, true, false]);
  }
});

it('says what cannot be done with a promotion in the three languages', async () => {
  const { id } = aPromotion();
  expect(await turning(id, 'RUNNING')).toEqual([]);
  const running = await promotions.haveRunning();
  const draft = aPromotion();
  await saving(draft);
  const past = aPromotion({}, { schedule: { until: '2020-01-01T00:00:00Z' } });
  await saving(past);
  const said = [
    ...(await turning(running, 'GONE')),
    ...(await turning(draft.id, 'PAUSED')),
    ...(await turning(past.id, 'RUNNING')),
    ...(await problemsOf(`mutation ($id: ID!) { outcome: deletePromotion(input: { id: $id }) { ${PROBLEMS} } }`, {
      id: running,
    })),
    ...(await problemsOf(
      `mutation ($id: ID!) { outcome: archivePromotion(input: { id: $id, archived: true }) { ${PROBLEMS} } }`,
      { id: running },
    )),
  ];
  await turning(running, 'ENDED');
  said.push(
    ...(await turning(running, 'RUNNING')),
    ...(await saving(aPromotion({ id: running, name: newId(), version: 1 }))),
  );
  expect(said).toHaveLength(7);
  for (const { en, ru, kk } of said) expect([en, ru === en, kk === en, ru === kk]).toEqual([en, false, false, false]);
});
