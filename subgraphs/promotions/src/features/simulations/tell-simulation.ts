import type { Streams } from '@adal/events';

/** Core NATS subject on which whoever watches a what-if is told to look again. */
const LIVE_SIMULATION_SUBJECT = 'live.promotions.simulation';

/** Tells that a what-if has moved. Nobody hears it later: who begins to watch looks first. */
export function tellSimulation(connection: Streams['connection'], simulationId: string): void {
  if (!connection.isClosed()) connection.publish(LIVE_SIMULATION_SUBJECT, JSON.stringify({ simulationId }));
}
