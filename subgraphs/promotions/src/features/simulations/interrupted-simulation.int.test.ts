import { eventually } from '@adal/testkit';
import { aDefinition } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { anOrder, haveHistory, runAll, start } from '../../../test/replaying';
import { replayParts, type Scene } from '../replay';
import { addFigures, fromExactJson, noFigures, toExactJson, type Figures } from '../simulation-figures';
import type { AskedSimulation } from './simulation.rules';
import { planParts } from './simulation.queries';

const DEFINITION = aDefinition({
  condition: { kind: 'BOUGHT', goods: { kind: 'EVERYTHING' }, measure: 'RECEIPTS', atLeast: 2, withinDays: 30 },
});
const CANCEL =
  'mutation ($id: ID!) { cancelSimulation(id: $id) { __typename ... on SimulationCancelled { simulation { status result { members } } } } }';

interface Row {
  status: string;
  figures: string | null;
  tries: number;
  asked: AskedSimulation;
  scene: string;
}

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await haveHistory(promotions, 150);
});
beforeEach(() => promotions.db.query('truncate simulation cascade'));
afterAll(() => promotions.stop());

const rowOf = async (id: string): Promise<Row> => {
  const [row]: Row[] = await promotions.db.query('select * from simulation where id = $1', [id]);
  if (row === undefined) throw new Error('It was started');
  return row;
};
const partsLeft = async (): Promise<number> => {
  const [row]: { left: number }[] = await promotions.db.query(
    'select count(*)::integer as left from simulation_part where not is_done',
  );
  return row?.left ?? 0;
};

/** As it is left by a process that died with some parts done: their figures are kept, the others are not begun. */
async function dieAfter(id: string, done: number): Promise<void> {
  const { asked, scene } = await rowOf(id);
  const parts = await planParts(promotions.db, asked, 20);
  const sum = noFigures();
  const stopped = new AbortController();
  const { replay } = promotions.context();
  await replayParts(parts.slice(0, done), fromExactJson<Scene>(scene), asked, {
    ...replay,
    signal: stopped.signal,
    onPart: async (_, figures) => addFigures(sum, figures),
  });
  await promotions.db.query(
    `insert into simulation_part (simulation_id, no, kind, begins, ends, receipts, is_done)
     select $1, no, kind, "from", until, receipts, no < $3 from json_to_recordset($2::json)
       as part (no integer, kind text, "from" text, until text, receipts integer)`,
    [id, JSON.stringify(parts), done],
  );
  const receipts = parts.slice(0, done).reduce((total, part) => total + part.receipts, 0);
  await promotions.db.query(
    "update simulation set status = 'RUNNING', tries = 1, receipts_planned = 150, receipts_done = $2, figures = $3 where id = $1",
    [id, receipts, toExactJson(sum)],
  );
}

describe('a simulation whose process died', () => {
  it('goes on from the last part, and comes to the figures of one that was never interrupted', async () => {
    const [whole, broken] = [anOrder(DEFINITION), anOrder(DEFINITION)];
    await start(promotions, whole);
    await runAll(promotions);
    await start(promotions, { ...broken, drafts: whole.drafts });
    await dieAfter(broken.id, 4);
    expect(await partsLeft()).toBeGreaterThan(2);

    await runAll(promotions);

    const [one, other] = [await rowOf(whole.id), await rowOf(broken.id)];
    expect(other.status).toBe('DONE');
    expect(fromExactJson<Figures>(other.figures ?? '')).toEqual(fromExactJson<Figures>(one.figures ?? ''));
    expect(await partsLeft()).toBe(0);
  });

  it('is given up after three times without a further part', async () => {
    const order = anOrder(DEFINITION);
    await start(promotions, order);
    await promotions.db.query('update simulation set tries = 3');
    await runAll(promotions);
    expect(await rowOf(order.id)).toMatchObject({ status: 'FAILED' });
  });

  it('fails in a log line and not in the queue: those after it are worked on', async () => {
    const [broken, sound] = [anOrder(DEFINITION), anOrder(DEFINITION)];
    for (const order of [broken, sound]) await start(promotions, order);
    await promotions.db.query("update simulation set scene = '{}' where id = $1", [broken.id]);
    await runAll(promotions);
    expect(await rowOf(broken.id)).toMatchObject({ status: 'FAILED' });
    expect(await rowOf(sound.id)).toMatchObject({ status: 'DONE' });
  });
});

it('one that is stopped with its service has not failed, and goes on elsewhere', async () => {
  const order = anOrder(DEFINITION);
  await start(promotions, order);
  const stopping = new AbortController();
  const running = runAll(promotions, stopping.signal);
  await eventually(async () => (await rowOf(order.id)).status === 'RUNNING');
  stopping.abort();
  await running;
  expect(await rowOf(order.id)).toMatchObject({ status: 'RUNNING', tries: 0 });
  await runAll(promotions);
  expect(await rowOf(order.id)).toMatchObject({ status: 'DONE' });
});

describe('cancelSimulation', () => {
  it('ends one that runs: no part is taken in, no part is left, and no thread', async () => {
    const order = anOrder(DEFINITION);
    await start(promotions, order);
    await dieAfter(order.id, 1);
    const running = runAll(promotions);
    const { data } = await promotions.ask<{ cancelSimulation: unknown }>(CANCEL, { id: order.id });
    expect(data.cancelSimulation).toEqual({
      __typename: 'SimulationCancelled',
      simulation: { status: 'CANCELLED', result: null },
    });
    await running;
    expect(await rowOf(order.id)).toMatchObject({ status: 'CANCELLED', figures: null });
    expect(await partsLeft()).toBe(0);
    const [others]: { count: number }[] = await promotions.db.query(
      "select count(*)::integer as count from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and backend_type = 'client backend'",
    );
    expect(others?.count).toBe(0);
  });

  it('answers the same again, and says when it came too late or to nothing', async () => {
    const order = anOrder(DEFINITION);
    await start(promotions, order);
    const cancel = async (id: string): Promise<unknown> =>
      (await promotions.ask<{ cancelSimulation: { __typename: string } }>(CANCEL, { id })).data.cancelSimulation
        .__typename;
    expect([await cancel(order.id), await cancel(order.id)]).toEqual(['SimulationCancelled', 'SimulationCancelled']);
    const done = anOrder(DEFINITION);
    await start(promotions, done);
    await runAll(promotions);
    expect([await cancel(done.id), await cancel('nobody')]).toEqual(['SimulationOver', 'SimulationUnknown']);
  });
});
