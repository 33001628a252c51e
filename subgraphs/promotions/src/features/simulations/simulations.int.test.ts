import { aDefinition, percentOff } from '../../../test/builders';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';
import { anOrder, haveHistory, runAll, start } from '../../../test/replaying';
import { tidySimulations } from './tidy-simulations';

const TEN_OFF = aDefinition();
const READ = `query ($id: ID!) { simulation(id: $id) { status samplePercent progress { done planned secondsLeft waitsFor }
  drafts { name summary } result { discountCost pointsCost touchedReceipts members anonymousReceipts
  all { receipts before { shelf discount revenue points margin } after { revenue margin } }
  days { day discountCost } stores { storeId name discountCost } spread { from to receipts }
  winners { receipts members amount topMembers { member { id } gain } topReceipts { purchaseId gain } } losers { receipts }
  overlaps { name isReplaced together displaced discountBefore discountAfter } drafts { discount points receipts }
  caveats { code count } assumedResponse(low: "0", likely: "5", high: "10") { mechanicalEffect breakEvenPercent likely { extraMargin netEffect } } } } }`;

interface Read {
  status: string;
  progress: { done: number; planned: number | null; waitsFor: number };
  drafts: { summary: string }[];
  result: {
    discountCost: string;
    touchedReceipts: number;
    members: number;
    anonymousReceipts: number;
    all: { receipts: number; before: Record<string, string | null>; after: Record<string, string | null> };
    days: { discountCost: string }[];
    stores: { name: string; discountCost: string }[];
    spread: { receipts: number }[];
    winners: { receipts: number; members: number; topMembers: { gain: string }[] };
    losers: { receipts: number };
    overlaps: { name: string; isReplaced: boolean; together: number; displaced: number; discountAfter: string }[];
    caveats: { code: string }[];
    assumedResponse: { mechanicalEffect: string; breakEvenPercent: string } | null;
  };
}

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await haveHistory(promotions, 120);
});
afterEach(() =>
  promotions.db.query('truncate simulation cascade; truncate promotion, promotion_version, promotion_turn'),
);
afterAll(() => promotions.stop());

async function read(id: string, asking?: Parameters<Promotions['ask']>[2]): Promise<Read> {
  const { data, errors } = await promotions.ask<{ simulation: Read }>(READ, { id }, asking);
  expect(errors).toEqual([]);
  return data.simulation;
}

const sum = (rows: readonly { discountCost: string }[]): string =>
  rows.reduce((total, { discountCost }) => total + Number(discountCost), 0).toFixed(2);

describe('startSimulation', () => {
  it('queues a what-if, works on it in the background and says what it comes to', async () => {
    const order = anOrder(TEN_OFF);
    expect(await start(promotions, order)).toMatchObject({
      __typename: 'SimulationStarted',
      replayed: false,
      simulation: { status: 'QUEUED' },
    });
    expect(await read(order.id)).toMatchObject({
      status: 'QUEUED',
      result: null,
      progress: { done: 0, planned: null },
    });

    await runAll(promotions);

    const { status, progress, result, drafts } = await read(order.id);
    expect({ status, progress }).toMatchObject({ status: 'DONE', progress: { done: 120, planned: 120 } });
    expect(drafts[0]?.summary).not.toBe('');
    expect(result.all.receipts).toBe(120);
    expect(result).toMatchObject({ touchedReceipts: 120, losers: { receipts: 0 }, members: 10 });
    expect(sum(result.days)).toBe(result.discountCost);
    expect(sum(result.stores)).toBe(result.discountCost);
    expect(result.stores.map(({ name }) => name).sort()).toEqual(['Almaty 1', 'Astana 1']);
    expect(result.spread.reduce((total, { receipts }) => total + receipts, 0)).toBe(120);
    expect(Number(result.all.before['revenue']) - Number(result.all.after['revenue'])).toBeCloseTo(
      Number(result.discountCost),
      2,
    );
    expect(result.caveats.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['BEHAVIOUR_UNCHANGED', 'POINTS_NOT_SPENT', 'COST_UNKNOWN']),
    );
    expect(promotions.moved).toContain(order.id);
  });

  it('answers the same id again with the first one, and refuses it for something else', async () => {
    const order = anOrder(TEN_OFF);
    await start(promotions, order);
    expect(await start(promotions, order)).toMatchObject({ replayed: true, simulation: { id: order.id } });
    expect(await start(promotions, { ...order, until: '2026-11-19' })).toMatchObject({
      __typename: 'SimulationIdReused',
    });
  });

  it('names what is wrong by path', async () => {
    const order = anOrder(aDefinition({ effects: [percentOff('-5')] }), {
      from: '2026-11-20',
      until: '2026-11-01',
      samplePercent: 0,
    });
    const { __typename, problems = [] } = await start(promotions, { ...order, id: 'x' });
    expect(__typename).toBe('PromotionInvalid');
    expect(problems.map(({ field }) => field)).toEqual([
      'id',
      'until',
      'samplePercent',
      expect.stringMatching(/^drafts\.0\.definition\.effects\.0\.percent/),
    ]);
  });

  it('refuses stores that nobody knows or the caller does not see, periods without receipts, and a full queue', async () => {
    expect(await start(promotions, anOrder(TEN_OFF, { storeIds: ['NO-1'] }))).toMatchObject({
      __typename: 'StoreUnknown',
    });
    const unseen = await start(promotions, anOrder(TEN_OFF, { storeIds: ['AST-1'] }), { storeIds: ['ALM-1'] });
    expect(unseen).toMatchObject({ __typename: 'StoreUnknown' });
    const empty = anOrder(TEN_OFF, { from: '2020-01-01', until: '2020-02-01' });
    expect(await start(promotions, empty)).toMatchObject({ __typename: 'SimulationPeriodEmpty' });
    for (let count = 0; count < 20; count += 1) await start(promotions, anOrder(TEN_OFF));
    expect(await start(promotions, anOrder(TEN_OFF))).toMatchObject({ __typename: 'SimulationsBusy' });
  });

  it('is for those who may simulate, and shows margins to those who may see costs', async () => {
    const order = anOrder(TEN_OFF);
    const refused = await promotions.ask(
      'mutation ($i: StartSimulationInput!) { startSimulation(input: $i) { __typename } }',
      { i: order },
      { permissions: ['promotions.read'] },
    );
    expect(refused.errors).toEqual(['FORBIDDEN']);
    await start(promotions, order);
    await runAll(promotions);
    const seen = await read(order.id);
    expect(seen.result.all.before['margin']).not.toBeNull();
    expect(seen.result.assumedResponse).toMatchObject({
      mechanicalEffect: expect.stringMatching(/^-/),
      breakEvenPercent: expect.any(String),
    });
    const masked = await read(order.id, { permissions: ['promotions.simulate'] });
    expect(masked.result.all.before['margin']).toBeNull();
    expect(masked.result.assumedResponse).toBeNull();
  });

  it('keeps to the stores that the caller sees, and shows others nothing of the rest', async () => {
    const [own, all] = [anOrder(TEN_OFF), anOrder(TEN_OFF)];
    await start(promotions, own, { storeIds: ['ALM-1'] });
    await start(promotions, all);
    await runAll(promotions);
    expect((await read(own.id, { storeIds: ['ALM-1'] })).result.stores).toHaveLength(1);
    expect(await read(all.id, { storeIds: ['ALM-1'] })).toBeNull();
  });
});

describe('what runs beside the drafts', () => {
  it('is displaced where the draft is better in its group, and told with its amounts', async () => {
    const stacking = { group: 'dairy', mode: 'BEST' };
    await promotions.haveRunning({ name: 'Standing' }, { effects: [percentOff('5')], stacking });
    const order = anOrder(aDefinition({ effects: [percentOff('10')], stacking }));
    await start(promotions, order);
    await runAll(promotions);
    const { result } = await read(order.id);
    expect(result.overlaps).toMatchObject([
      { name: 'Standing', isReplaced: false, together: 0, displaced: 120, discountAfter: '0.00' },
    ]);
    expect(Number(result.discountCost)).toBeLessThan(Number(result.all.before['shelf']) / 10);
  });

  it('is the version that a draft edits, which then stands back', async () => {
    const promotionId = await promotions.haveRunning({ name: 'Standing' }, { effects: [percentOff('5')] });
    const order = anOrder(null, {
      drafts: [{ promotionId, name: 'Edit', definition: aDefinition({ effects: [percentOff('5')] }) }],
    });
    await start(promotions, order);
    await runAll(promotions);
    const { result } = await read(order.id);
    expect(result).toMatchObject({ discountCost: '0.00', overlaps: [{ isReplaced: true, displaced: 120 }] });
  });

  it('is what ran then, when that is asked for', async () => {
    await promotions.haveRunning({ name: 'Autumn sale' }, { effects: [percentOff('5')] });
    await promotions.db.query("update promotion_turn set at = '2026-10-15T00:00:00Z' where status = 'RUNNING'");
    const order = anOrder(TEN_OFF, { baseline: 'THEN' });
    await start(promotions, order);
    await runAll(promotions);
    const [since]: { receipts: number }[] = await promotions.db.query(
      "select count(*)::integer as receipts from receipt where at >= '2026-10-15T00:00:00Z'",
    );
    const { result } = await read(order.id);
    expect(result.overlaps).toMatchObject([{ name: 'Autumn sale', together: since?.receipts }]);
  });
});

describe('a sample', () => {
  it('is the same share of members every time', async () => {
    const [first, second] = [anOrder(TEN_OFF, { samplePercent: 50 }), anOrder(TEN_OFF, { samplePercent: 50 })];
    for (const order of [first, second]) await start(promotions, order);
    await runAll(promotions);
    const [one, other] = [(await read(first.id)).result, (await read(second.id)).result];
    expect(one).toEqual(other);
    expect(one.all.receipts).toBeLessThan(120);
    expect(one.caveats.map(({ code }) => code)).toContain('SAMPLE');
  });
});

it('results go when their time is over', async () => {
  const order = anOrder(TEN_OFF);
  await start(promotions, order);
  await runAll(promotions);
  await tidySimulations.run(promotions.context({ now: NOW }), new AbortController().signal);
  expect(await read(order.id)).not.toBeNull();
  const later = new Date(Date.now() + 91 * 86_400_000);
  await tidySimulations.run(promotions.context({ now: later }), new AbortController().signal);
  expect(await read(order.id)).toBeNull();
});
