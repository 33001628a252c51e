import { newId, type Job } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { replayParts, type Part, type Scene } from '../replay';
import { addFigures, fromExactJson, noFigures, toExactJson, type Figures } from '../simulation-figures';
import { Simulation, SimulationPart } from './simulation.entities';
import { nextSimulation, planParts, type PlannedPart } from './simulation.queries';

/** Receipts of a part: what is lost at most, of each thread, when a process dies. */
const PART_RECEIPTS = 10_000;
/** A simulation that comes to no further part this often has failed. */
const TRIES_MAX = 3;

const NEVER = new AbortController().signal;

/** Works on the what-ifs one after another. The frame runs a job on one replica at a time, so what runs already was left by one that is gone. */
export const runSimulations: Job<PromotionsContext> = {
  name: 'run-simulations',
  everyMs: 500,
  async run(ctx, stopping = NEVER) {
    for (
      let next = await nextSimulation(ctx.db);
      next !== null && !stopping.aborted;
      next = await nextSimulation(ctx.db)
    ) {
      await runSimulation(ctx, next, stopping);
    }
  },
};

async function runSimulation(ctx: PromotionsContext, simulation: Simulation, stopping: AbortSignal): Promise<void> {
  const run: Run = { id: simulation.id, runId: newId() };
  const ended = new AbortController();
  const signal = AbortSignal.any([stopping, ended.signal]);
  try {
    if (!(await begin(ctx, run))) return;
    const parts = await planOnce(ctx, simulation);
    ctx.tellSimulation(run.id);
    const sum = simulation.figures === null ? noFigures() : fromExactJson<Figures>(simulation.figures);
    let saving: Promise<void> = Promise.resolve();
    await replayParts(parts, fromExactJson<Scene>(simulation.scene), simulation.asked, {
      ...ctx.replay,
      signal,
      onPart: (part, figures) => {
        // One after another: the sum that is kept is of the parts that are marked.
        saving = saving.then(async () => {
          addFigures(sum, figures);
          if (await savePart(ctx, run, part, sum)) ctx.tellSimulation(run.id);
          else ended.abort();
        });
        return saving;
      },
    });
    if (!signal.aborted) await finish(ctx, run);
  } catch (error) {
    if (!stopping.aborted)
      ctx.log.error({ err: error, simulationId: run.id, tries: simulation.tries + 1 }, 'Simulation failed');
  }
  // Who stops on purpose has not failed.
  if (stopping.aborted)
    await ctx.db.query('update simulation set tries = 0 where id = $1 and run_id = $2', [run.id, run.runId]);
  ctx.tellSimulation(run.id);
}

/** One go at a simulation. A replica that has lost its turn without knowing changes nothing more. */
interface Run {
  readonly id: string;
  readonly runId: string;
}

/** False when somebody has cancelled it meanwhile, or when it has failed too often. */
async function begin({ db }: PromotionsContext, { id, runId }: Run): Promise<boolean> {
  const [rows]: [{ status: string }[], number] = await db.query(BEGIN, [id, runId, TRIES_MAX]);
  return rows[0]?.status === 'RUNNING';
}

const BEGIN = `
  update simulation set run_id = $2, tries = tries + 1, started_at = coalesce(started_at, now()),
    status = case when tries >= $3 then 'FAILED' else 'RUNNING' end, finished_at = case when tries >= $3 then now() end
  where id = $1 and status in ('QUEUED', 'RUNNING') returning status`;

/** What is left to do. The work is divided once: who resumes finds the same parts. */
async function planOnce({ db }: PromotionsContext, { id, asked, receiptsPlanned }: Simulation): Promise<Part[]> {
  if (receiptsPlanned === null) {
    const planned = await planParts(db, asked, PART_RECEIPTS);
    await db.transaction(async (tx) => {
      await tx.query(KEEP_PARTS, [id, JSON.stringify(planned.map(rowOf))]);
      const receipts = planned.reduce((sum, part) => sum + part.receipts, 0);
      await tx.update(Simulation, { id }, { receiptsPlanned: receipts });
    });
  }
  const left = await db
    .getRepository(SimulationPart)
    .find({ where: { simulationId: id, isDone: false }, order: { no: 'asc' } });
  return left.map(({ no, kind, begins, ends }) => ({ no, kind, from: begins, until: ends }));
}

const rowOf = ({ no, kind, from, until, receipts }: PlannedPart) => ({ no, kind, begins: from, ends: until, receipts });

const KEEP_PARTS = `
  insert into simulation_part (simulation_id, no, kind, begins, ends, receipts)
  select $1, no, kind, begins, ends, receipts
  from json_to_recordset($2::json) as part (no integer, kind text, begins text, ends text, receipts integer)
  -- Nothing for one that was cancelled meanwhile.
  where exists (select from simulation where id = $1 and status = 'RUNNING')`;

/** Keeps a part's figures with the mark that they are in the sum; false when this run has nothing to say any more. */
async function savePart({ db }: PromotionsContext, { id, runId }: Run, part: Part, sum: Figures): Promise<boolean> {
  const [rows]: [unknown[], number] = await db.query(SAVE_PART, [id, runId, part.no, toExactJson(sum)]);
  return rows.length > 0;
}

const SAVE_PART = `
  with sum as (
    update simulation set figures = $4, tries = 0, receipts_done = receipts_done + part.receipts
    from simulation_part part
    where id = $1 and run_id = $2 and status = 'RUNNING' and part.simulation_id = id and part.no = $3 and not part.is_done
    returning id)
  update simulation_part part set is_done = true from sum where part.simulation_id = sum.id and part.no = $3 returning part.no`;

async function finish({ db }: PromotionsContext, { id, runId }: Run): Promise<void> {
  await db.transaction(async (tx) => {
    const [, count]: [unknown, number] = await tx.query(
      "update simulation set status = 'DONE', finished_at = now() where id = $1 and run_id = $2 and status = 'RUNNING'",
      [id, runId],
    );
    if (count > 0) await tx.delete(SimulationPart, { simulationId: id });
  });
}
