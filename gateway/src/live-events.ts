import { connectStreams, envelopeSchema, MemberSaved, PurchaseConfirmed, type Streams } from '@adal/events';
import type { Logger } from '@adal/service';
import type { Msg } from '@nats-io/transport-node';
import { z } from 'zod';

/** What happened, as far as live fields care. */
export interface LiveEvent {
  readonly kind: 'purchase-booked' | 'member-changed' | 'facts-arrived' | 'simulation-moved' | 'promotions-used';
  readonly purchaseId: string;
  readonly storeId: string;
  readonly memberIds: readonly string[];
  readonly simulationId: string;
  readonly promotionIds: readonly string[];
}

/** Says what happens, to whoever listens. */
export interface LiveEvents {
  /** Calls back for every event from now on; answers how to stop. */
  listen(hear: (event: LiveEvent) => void): () => void;
  /** False until NATS was reached for the first time. */
  isReached(): boolean;
  isConnected(): boolean;
  stop(): Promise<void>;
}

/** A ping of analytics, without content: facts were taken in. */
const FACTS_SUBJECT = 'live.analytics.facts';
/** A ping of promotions: a what-if has moved on. */
const SIMULATION_SUBJECT = 'live.promotions.simulation';
/** A ping of promotions: these had a part in sales, or in what came back. */
const USES_SUBJECT = 'live.promotions.uses';
const SUBJECTS = [
  FACTS_SUBJECT,
  SIMULATION_SUBJECT,
  USES_SUBJECT,
  MemberSaved.subject,
  'ledger.purchase.*.v1',
  'ledger.points.*.v1',
  'communications.message.*.v1',
];

/** The few fields that matter here, of all the contracts at once. */
const dataSchema = z.object({
  receipt: z.object({ purchaseId: z.string(), storeId: z.string(), memberId: z.string().nullable() }).optional(),
  member: z.object({ memberId: z.string() }).optional(),
  memberId: z.string().nullish(),
  movements: z.array(z.object({ memberId: z.string() })).optional(),
});

/**
 * Listens to the streams' subjects as they are published, past JetStream: who is not there does not hear it later. Connects
 * in the background, because a gateway without NATS still serves everything but live fields.
 */
export function liveEvents(natsUrl: string, log: Logger): LiveEvents {
  const listeners = new Set<(event: LiveEvent) => void>();
  let streams: Streams | null = null;
  let connected = false;
  let stopped = false;
  const tell = (subject: string, json: () => unknown): void => {
    if (listeners.size === 0) return;
    const event = readEvent(subject, json);
    if (event) for (const hear of listeners) hear(event);
  };
  const connect = async (): Promise<void> => {
    const opened = await connectStreams(natsUrl, 'gateway');
    if (stopped) return opened.close();
    streams = opened;
    connected = true;
    const callback = (_error: Error | null, message: Msg): void => tell(message.subject, () => message.json());
    for (const subject of SUBJECTS) opened.connection.subscribe(subject, { callback });
    for await (const { type } of opened.connection.status()) {
      if (type === 'disconnect') connected = false;
      if (type === 'reconnect') connected = true;
    }
  };
  connect().catch((error: unknown) => log.error({ err: error }, 'NATS cannot be reached; live fields stay silent'));
  return {
    listen: (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    isReached: () => streams !== null,
    isConnected: () => connected,
    stop: async () => {
      stopped = true;
      await streams?.close();
    },
  };
}

const simulationPing = z.object({ simulationId: z.string() });
const usesPing = z.object({ promotionIds: z.array(z.string()) });
const NOTHING = { purchaseId: '', storeId: '', memberIds: [], simulationId: '', promotionIds: [] };

/** Null for what is of no interest or cannot be read: the consumers of the streams say what is wrong with an event. */
function readEvent(subject: string, json: () => unknown): LiveEvent | null {
  if (subject === FACTS_SUBJECT) return { ...NOTHING, kind: 'facts-arrived' };
  try {
    if (subject === SIMULATION_SUBJECT) {
      return { ...NOTHING, kind: 'simulation-moved', ...simulationPing.parse(json()) };
    }
    if (subject === USES_SUBJECT) return { ...NOTHING, kind: 'promotions-used', ...usesPing.parse(json()) };
    const { receipt, member, memberId, movements } = dataSchema.parse(
      envelopeSchema.pick({ data: true }).parse(json()).data,
    );
    const memberIds = [
      receipt?.memberId,
      member?.memberId,
      memberId,
      ...(movements ?? []).map((movement) => movement.memberId),
    ];
    return {
      ...NOTHING,
      kind: subject === PurchaseConfirmed.subject ? 'purchase-booked' : 'member-changed',
      purchaseId: receipt?.purchaseId ?? '',
      storeId: receipt?.storeId ?? '',
      memberIds: memberIds.filter((id) => typeof id === 'string'),
    };
  } catch {
    return null;
  }
}
