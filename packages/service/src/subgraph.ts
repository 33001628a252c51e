import {
  connectStreams,
  consume,
  ensureStreams,
  relayOutbox,
  serveBackfills,
  serveDeadLetters,
  type BackfillSource,
  type Context,
  type EventConsumer,
  type Streams,
} from '@adal/events';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { actorVerifier, ACTOR_HEADER, ANONYMOUS, readPublicKey, type Actor } from './actor';
import { ConfigFault, type SubgraphSettings } from './config';
import { openDatabase } from './database';
import { startGraphqlServer } from './graphql-server';
import { newId } from './ids';
import { startJobs, type Job } from './jobs';
import { createLogger, type Logger } from './logger';
import { createMetrics, type ServiceMetrics } from './metrics';
import { orderedStop } from './stop';

/** Header in which the gateway passes on the caller's address. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/** What every use case is given. A subgraph extends it with its loaders and settings. */
export interface ServiceContext {
  readonly db: DataSource;
  readonly actor: Actor;
  readonly now: Date;
  readonly log: Logger;
  readonly correlationId: string;
  /** Address the request came from, as the gateway saw it; absent in jobs. */
  readonly clientAddress?: string;
}

/** What a subgraph's parts are made with, once per process. */
export interface SubgraphParts {
  readonly db: DataSource;
  readonly streams: Streams;
  readonly log: Logger;
  readonly metrics: ServiceMetrics;
}

/** A subgraph, as its main.ts describes it. */
export interface SubgraphDefinition<C extends ServiceContext> {
  readonly name: Context;
  readonly settings: SubgraphSettings;
  readonly db: DataSource;
  readonly schema: GraphQLSchema;
  readonly consumers: readonly EventConsumer[];
  /** Consumers whose events the subgraph takes in by itself: the frame only replays their dead letters. */
  readonly ownConsumers?: readonly EventConsumer[];
  /** What it tells again, of any age, to whoever asks. */
  readonly backfills?: readonly BackfillSource[];
  readonly jobs: readonly Job<C>[];
  /** Extends the frame's context; called once per request, job run and start-up step. */
  createContext(base: ServiceContext, parts: SubgraphParts): C;
  /** Further parts to start after the database and streams (a cache, a mail queue); answers how to stop them. */
  start?(parts: SubgraphParts): Promise<(() => Promise<void>) | void>;
}

/** A running subgraph. */
export interface RunningSubgraph {
  readonly port: number;
  stop(): Promise<void>;
}

/** Database → streams → own parts → relay → consumers → jobs → server; stops in reverse order on SIGTERM. */
export async function startSubgraph<C extends ServiceContext>(
  definition: SubgraphDefinition<C>,
  signals = true,
): Promise<RunningSubgraph> {
  const { settings, db, name } = definition;
  const log = createLogger(name, settings.LOG_LEVEL);
  const metrics = createMetrics(name);
  const stop = orderedStop(log, signals);
  const verify = actorVerifier(readPublicKey(settings.ACTOR_PUBLIC_KEY));

  await openDatabase(db);
  stop.add('database', () => db.destroy());
  const streams = await connectStreams(settings.NATS_URL, name);
  stop.add('streams', () => streams.close());
  await ensureStreams(streams.manager, settings.NATS_STREAM_REPLICAS);
  const parts: SubgraphParts = { db, streams, log, metrics };
  const stopParts = await definition.start?.(parts);
  if (stopParts) stop.add('parts', stopParts);
  const relay = relayOutbox(db, streams.client, log);
  stop.add('relay', () => relay.stop());
  for (const consumer of definition.consumers) {
    const running = await consume(db, streams, consumer, log);
    stop.add(consumer.durable, () => running.stop());
  }
  serveDeadLetters(name, db, streams, [...definition.consumers, ...(definition.ownConsumers ?? [])], log);
  serveBackfills(name, db, streams, definition.backfills ?? [], log);

  const contextOf = (actor: Actor, correlationId: string, origin: Pick<ServiceContext, 'clientAddress'> = {}): C =>
    definition.createContext(
      { db, actor, now: new Date(), log: log.child({ correlationId }), correlationId, ...origin },
      parts,
    );
  const jobActor: Actor = { ...ANONYMOUS, kind: 'service', id: name, name };
  const jobs = startJobs(definition.jobs, db, (job) => contextOf(jobActor, `job:${job.name}:${newId()}`), log, metrics);
  stop.add('jobs', () => jobs.stop());

  const server = await startGraphqlServer<C>({
    schema: definition.schema,
    host: settings.HOST,
    port: settings.PORT,
    requestsMax: settings.REQUESTS_MAX,
    log,
    metrics,
    createContext: async (headers) => {
      const actor = (await verify(headers[ACTOR_HEADER] as string | undefined)) ?? ANONYMOUS;
      const correlationId = (headers['x-correlation-id'] as string | undefined) ?? newId();
      const clientAddress = headers[CLIENT_ADDRESS_HEADER];
      return contextOf(actor, correlationId, typeof clientAddress === 'string' ? { clientAddress } : {});
    },
    checkReady: async () => {
      await db.query('select 1');
      if (streams.connection.isClosed()) throw new Error('NATS is gone');
    },
  });
  stop.add('server', () => server.stop());
  log.info({ port: server.port }, 'Ready');
  return { port: server.port, stop: () => stop.run() };
}

/** Runs a main: a configuration fault is printed as it is, anything else with its cause; both exit 1. */
export function runMain(main: () => Promise<unknown>): void {
  main().catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof ConfigFault ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  });
}
