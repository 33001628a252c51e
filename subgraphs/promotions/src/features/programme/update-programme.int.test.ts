import { startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeEach(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.stop());

const SETTINGS = {
  earnPercent: '7.5',
  payablePercent: '50',
  roundingStep: '1.00',
  roundingMode: 'HALF_UP',
  activationDays: 0,
  lifetimeDays: null,
};
const DOCUMENT = `mutation ($input: UpdateProgrammeInput!) { updateProgramme(input: $input) { __typename
  ... on ProgrammeUpdated { programme { version earnPercent lifetimeDays } }
  ... on ProgrammeChanged { code programme { version } }
  ... on ProgrammeInvalid { code field message } } }`;

const update = async (input: object) =>
  (await promotions.ask<{ updateProgramme: unknown }>(DOCUMENT, { input })).data.updateProgramme;
const changes = async () =>
  (await promotions.recorded()).filter((subject) => subject === 'promotions.programme.changed.v1').length;

it('changes the settings and tells the others', async () => {
  expect(await update({ ...SETTINGS, version: 1 })).toEqual({
    __typename: 'ProgrammeUpdated',
    programme: { version: 2, earnPercent: '7.5', lifetimeDays: null },
  });
  expect(await changes()).toBe(2);
});

it('keeps the shortfall policy when a form does not know it, and gives it to quotes', async () => {
  await update({ ...SETTINGS, shortfallPolicy: 'WITHHOLD', version: 1 });
  await update({ ...SETTINGS, earnPercent: '6', version: 2 });
  const { data } = await promotions.ask('{ programme { shortfallPolicy } }');
  expect(data).toEqual({ programme: { shortfallPolicy: 'WITHHOLD' } });
});

it('takes the same settings again as a success that changes nothing', async () => {
  await update({ ...SETTINGS, version: 1 });
  expect(await update({ ...SETTINGS, version: 1 })).toMatchObject({
    __typename: 'ProgrammeUpdated',
    programme: { version: 2 },
  });
  expect(await changes()).toBe(2);
});

it('shows what a colleague saved meanwhile', async () => {
  await update({ ...SETTINGS, version: 1 });
  expect(await update({ ...SETTINGS, earnPercent: '1', version: 1 })).toEqual({
    __typename: 'ProgrammeChanged',
    code: 'PROGRAMME_CHANGED',
    programme: { version: 2 },
  });
});

it('lets one of two colleagues win', async () => {
  const outcomes = await Promise.all(['1', '2'].map((earnPercent) => update({ ...SETTINGS, earnPercent, version: 1 })));
  expect(outcomes.map((outcome) => (outcome as { __typename: string }).__typename).sort()).toEqual([
    'ProgrammeChanged',
    'ProgrammeUpdated',
  ]);
});

it('names the field that is out of bounds', async () => {
  expect(await update({ ...SETTINGS, earnPercent: '101', version: 1 })).toMatchObject({
    field: 'earnPercent',
    message: expect.stringContaining('from 0 to 100'),
  });
});

it('needs programme.write, and programme.read to look', async () => {
  const asked = await promotions.ask(
    DOCUMENT,
    { input: { ...SETTINGS, version: 1 } },
    { permissions: ['programme.read'] },
  );
  expect(asked.errors).toEqual(['FORBIDDEN']);
  expect((await promotions.ask('{ programme { version } }', {}, { permissions: [] })).errors).toEqual(['FORBIDDEN']);
});
