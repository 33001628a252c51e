import type { ApolloServer } from '@apollo/server';
import { Gauge, type Registry } from '@adal/service';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusal, type GatewayContext, type Refusal } from './context';
import { latest, type Latest } from './latest';
import type { GraphqlRequest } from './limits';
import type { LiveEvents } from './live-events';
import { planLive, type LivePlan } from './live-fields';
import { openSse, type Sse } from './sse';

/** A comment this often keeps proxies from closing a silent stream, and the token is looked at again. */
const KEEP_ALIVE_MS = 12_000;
/** Streams of all callers of this process. */
const STREAMS_MAX = 2_000;

/** What live streams are made of. */
export interface LiveOptions {
  /** The schema that clients see, with the Subscription type. */
  readonly schema: GraphQLSchema;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly events: LiveEvents;
  readonly registry: Registry;
  readonly streamsPerCaller: number;
}

/** Whoever opens a stream. `renew` answers the context of the next query, and null when the token is over. */
export interface StreamCaller {
  readonly context: GatewayContext;
  renew(): Promise<GatewayContext | null>;
}

/** GraphQL over SSE, distinct connections mode: one subscription per request. */
export interface Live {
  /** Answers until the client leaves, its token ends or the gateway stops; a refusal when it cannot begin. */
  stream(body: GraphqlRequest, caller: StreamCaller, response: ServerResponse): Promise<Refusal | null>;
  /** Ends all streams; their clients connect again, to another replica. */
  stop(): Promise<void>;
}

/** Makes the live streams of a gateway. */
export function liveStreams(options: LiveOptions): Live {
  const open = new Map<Sse, { readonly caller: string; readonly done: Promise<void> }>();
  let stopped = false;
  countOpen(options.registry, () => open.size);

  const refuse = (caller: string): Refusal | null => {
    if (stopped) return refusal(503, 'STOPPING', 'This gateway is stopping: connect again.', { 'retry-after': '1' });
    const own = [...open.values()].filter((stream) => stream.caller === caller).length;
    if (own < options.streamsPerCaller && open.size < STREAMS_MAX) return null;
    const message = `At most ${options.streamsPerCaller} live streams at once: close some.`;
    return refusal(429, 'TOO_MANY_STREAMS', message, { 'retry-after': '5' });
  };

  return {
    stream: async (body, caller, response) => {
      const { kind, id } = caller.context.actor;
      const refused = refuse(`${kind}:${id}`);
      if (refused) return refused;
      const sse = openSse(response);
      const done = answerStream(options, body, caller, sse).finally(() => open.delete(sse));
      open.set(sse, { caller: `${kind}:${id}`, done });
      await done;
      return null;
    },
    stop: async () => {
      stopped = true;
      for (const sse of open.keys()) sse.end();
      await Promise.allSettled([...open.values()].map((stream) => stream.done));
    },
  };
}

async function answerStream(options: LiveOptions, body: GraphqlRequest, caller: StreamCaller, sse: Sse): Promise<void> {
  const { schema, events } = options;
  const plan = tryPlan(schema, body, caller);
  if ('errors' in plan) {
    // The protocol: what is wrong with an operation is said inside the stream, which then completes.
    await sse.next(plan);
    sse.complete();
    return sse.end();
  }
  const due = latest<LivePlan['variables']>();
  const stopListening = events.listen((event) => {
    const variables = plan.concern(event);
    if (variables) due.put(variables);
  });
  sse.onClose(() => due.close());
  const keepingAlive = setInterval(() => void keepAlive(sse, caller), KEEP_ALIVE_MS);
  if (plan.beginsNow) due.put(plan.variables);
  try {
    await answerDue(options.apollo, plan, due, caller, sse);
  } finally {
    clearInterval(keepingAlive);
    stopListening();
    sse.end();
  }
}

/** One query at a time; whatever happens meanwhile is answered by one more, with the newest variables. */
async function answerDue(
  apollo: LiveOptions['apollo'],
  plan: LivePlan,
  due: Latest<LivePlan['variables']>,
  caller: StreamCaller,
  sse: Sse,
): Promise<void> {
  for (let variables = await due.take(); variables; variables = await due.take()) {
    const context = await caller.renew();
    if (!context) return;
    const startedMs = performance.now();
    const { body } = await apollo.executeOperation(
      { query: plan.query, variables: { ...variables } },
      { contextValue: context },
    );
    if (body.kind !== 'single') throw new Error('Answers in parts are not offered');
    const { data, errors } = body.singleResult;
    if (errors) await sse.next({ data: null, errors });
    // Null without an error: a row that this caller does not see.
    else if (data?.[plan.key] != null) await sse.next({ data });
    const restMs = plan.intervalMs - (performance.now() - startedMs);
    if (restMs > 0) await sleep(restMs);
  }
}

function tryPlan(schema: GraphQLSchema, body: GraphqlRequest, caller: StreamCaller): LivePlan | { errors: unknown[] } {
  try {
    return planLive(schema, caller.context.actor, body);
  } catch (error) {
    const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
    if (!errors.every((each) => each instanceof GraphQLError)) throw error;
    return { errors };
  }
}

async function keepAlive(sse: Sse, caller: StreamCaller): Promise<void> {
  if (await caller.renew()) sse.comment();
  else sse.end();
}

function countOpen(registry: Registry, count: () => number): void {
  new Gauge({
    name: 'adal_live_streams',
    help: 'Open live streams',
    registers: [registry],
    collect() {
      this.set(count());
    },
  });
}
