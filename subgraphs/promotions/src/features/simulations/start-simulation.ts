import { inTransaction, seesStore } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { StartSimulationInput } from '../../generated/graphql';
import { promotionInvalid, type PromotionInvalid } from '../promotions';
import { toExactJson } from '../simulation-figures';
import { Simulation } from './simulation.entities';
import { countWaiting, findSimulation, findUnknownStores, hasReceipts, lockSimulations } from './simulation.queries';
import { isSameAsked, readSimulation } from './simulation.rules';
import { stagePromotions } from './stage-promotions';

interface Refusal<Name extends string, Code extends string> {
  __typename: Name;
  code: Code;
  message: string;
}

type IdReused = Refusal<'SimulationIdReused', 'SIMULATION_ID_REUSED'>;
type StoreUnknown = Refusal<'StoreUnknown', 'STORE_UNKNOWN'>;
type PeriodEmpty = Refusal<'SimulationPeriodEmpty', 'SIMULATION_PERIOD_EMPTY'>;
type Busy = Refusal<'SimulationsBusy', 'SIMULATIONS_BUSY'>;

export type StartSimulationOutcome =
  | { __typename: 'SimulationStarted'; simulation: Simulation; replayed: boolean }
  | IdReused
  | PromotionInvalid
  | StoreUnknown
  | PeriodEmpty
  | Busy;

/** What-ifs that wait or run at a time. */
const WAITING_MAX = 20;

/** Puts a what-if into the queue. What it prices by is fixed now, whatever changes until it runs. */
export async function startSimulation(
  ctx: PromotionsContext,
  input: StartSimulationInput,
): Promise<StartSimulationOutcome> {
  const read = readSimulation(input, ctx.actor.storeIds);
  if (Array.isArray(read)) return promotionInvalid(read);
  const { asked } = read;
  const id = input.id.toLowerCase();
  const scene = await stagePromotions(ctx.db, read, ctx.now);
  return inTransaction(ctx.db, async (tx) => {
    await lockSimulations(tx);
    const known = await findSimulation(tx, id);
    if (known !== null) {
      if (!isSameAsked(known.asked, asked)) return idReused();
      return { __typename: 'SimulationStarted', simulation: known, replayed: true };
    }
    const unknown = await findUnknownStores(tx, asked.storeIds ?? []);
    if (unknown.length > 0 || asked.storeIds?.some((storeId) => !seesStore(ctx, storeId))) return storeUnknown();
    if (!(await hasReceipts(tx, asked))) return periodEmpty();
    if ((await countWaiting(tx)) >= WAITING_MAX) return busy();
    const simulation = tx.create(Simulation, {
      id,
      promotionId: asked.drafts[0]?.promotionId ?? id,
      status: 'QUEUED',
      asked,
      scene: toExactJson(scene),
      figures: null,
      receiptsPlanned: null,
      receiptsDone: 0,
      tries: 0,
      startedAt: null,
      finishedAt: null,
      authorId: ctx.actor.id,
      authorName: ctx.actor.name,
      createdAt: ctx.now,
    });
    await tx.save(simulation);
    return { __typename: 'SimulationStarted', simulation, replayed: false };
  });
}

const idReused = (): IdReused => ({
  __typename: 'SimulationIdReused',
  code: 'SIMULATION_ID_REUSED',
  message: 'This id belongs to a what-if of something else: make a new one.',
});

const storeUnknown = (): StoreUnknown => ({
  __typename: 'StoreUnknown',
  code: 'STORE_UNKNOWN',
  message: 'No store has one of these ids: choose among those you see.',
});

const periodEmpty = (): PeriodEmpty => ({
  __typename: 'SimulationPeriodEmpty',
  code: 'SIMULATION_PERIOD_EMPTY',
  message: 'Nothing was sold in these stores in this period: choose another one.',
});

const busy = (): Busy => ({
  __typename: 'SimulationsBusy',
  code: 'SIMULATIONS_BUSY',
  message: `Too many what-ifs wait, ${WAITING_MAX}: try again when some are done, or cancel one.`,
});
