import type { NatsConnection } from '@nats-io/transport-node';

/** Core NATS subject on which live metrics are told to look again. */
export const LIVE_FACTS_SUBJECT = 'live.analytics.facts';
const EVERY_MS = 250;

/** Tells that facts arrived: at once, and then at most every EVERY_MS; the last arrival is always told. */
export interface LivePing {
  readonly facts: () => void;
  stop(): void;
}

export function livePing(connection: Pick<NatsConnection, 'publish' | 'isClosed'>): LivePing {
  let timer: NodeJS.Timeout | undefined;
  let due = false;
  const tell = (): void => {
    due = false;
    if (!connection.isClosed())
      connection.publish(LIVE_FACTS_SUBJECT, JSON.stringify({ at: new Date().toISOString() }));
    timer = setTimeout(() => {
      timer = undefined;
      if (due) tell();
    }, EVERY_MS);
  };
  return {
    facts: () => {
      due = true;
      if (!timer) tell();
    },
    stop: () => clearTimeout(timer),
  };
}
