import { inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { Simulation, SimulationPart } from './simulation.entities';
import { lockSimulation } from './simulation.queries';
import { mayOpen } from './simulation.rules';

export type CancelSimulationOutcome =
  | { __typename: 'SimulationCancelled'; simulation: Simulation }
  | { __typename: 'SimulationUnknown'; code: 'SIMULATION_UNKNOWN'; message: string }
  | { __typename: 'SimulationOver'; code: 'SIMULATION_OVER'; message: string };

/** Ends a what-if. Whoever works on it finds out with the next part at the latest, and takes that part no more. */
export async function cancelSimulation(ctx: PromotionsContext, id: string): Promise<CancelSimulationOutcome> {
  const outcome = await inTransaction<CancelSimulationOutcome>(ctx.db, async (tx) => {
    const simulation = await lockSimulation(tx, id.toLowerCase());
    if (simulation === null || !mayOpen(simulation.asked, ctx.actor.storeIds)) return unknown();
    if (simulation.status === 'CANCELLED') return { __typename: 'SimulationCancelled', simulation };
    if (simulation.status === 'DONE' || simulation.status === 'FAILED') return over();
    await tx.delete(SimulationPart, { simulationId: simulation.id });
    const cancelled = await tx.save(Simulation, {
      ...simulation,
      status: 'CANCELLED',
      figures: null,
      finishedAt: ctx.now,
    });
    return { __typename: 'SimulationCancelled', simulation: cancelled };
  });
  if (outcome.__typename === 'SimulationCancelled') ctx.tellSimulation(outcome.simulation.id);
  return outcome;
}

const unknown = (): CancelSimulationOutcome => ({
  __typename: 'SimulationUnknown',
  code: 'SIMULATION_UNKNOWN',
  message: 'No what-if has this id: look at the list of the promotion.',
});

const over = (): CancelSimulationOutcome => ({
  __typename: 'SimulationOver',
  code: 'SIMULATION_OVER',
  message: 'It is over already: there is nothing to cancel.',
});
