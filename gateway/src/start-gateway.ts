import {
  ANONYMOUS,
  Counter,
  createLogger,
  createMetrics,
  Histogram,
  newId,
  orderedStop,
  readPrivateKey,
  readPublicKey,
  readSdl,
  type Actor,
  type Logger,
  type Registry,
} from '@adal/service';
import { extendSchema, parse, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { admission, type AdmissionOptions } from './admit';
import { authenticator } from './authenticate';
import { clientAddresses } from './client-address';
import { subgraphUrls, type GatewaySettings } from './config';
import { actorForwarder, type ForwardActor } from './forward-actor';
import { startGraph } from './graph';
import { documentLimits } from './limits';
import { liveStreams } from './live';
import { liveEvents, type LiveEvents } from './live-events';
import { partnerKeys, type PartnerIdentity } from './partner-keys';
import { tokenBuckets } from './rate-limit';
import { startServer } from './server';
import { SubgraphSource } from './subgraph-source';
import { operationTeller } from './tell-operations';

const READY_TIMEOUT_MS = 2_000;

/** A running gateway. */
export interface RunningGateway {
  readonly port: number;
  stop(): Promise<void>;
}

/** Supergraph → sources → live events → server; stops in reverse order on SIGTERM. */
export async function startGateway(settings: GatewaySettings, signals = true): Promise<RunningGateway> {
  const log = createLogger('gateway', settings.LOG_LEVEL, true);
  const metrics = createMetrics('gateway');
  const stop = orderedStop(log, signals);
  const forward = actorForwarder(readPrivateKey(settings.ACTOR_PRIVATE_KEY));

  const sources = openSources(settings, log, metrics.registry);
  stop.add('subgraphs', async () => void (await Promise.all([...sources.values()].map((source) => source.stop()))));
  const sourceOf = (name: string): SubgraphSource => {
    const source = sources.get(name);
    if (!source) throw new Error(`The supergraph names the subgraph ${name}, which has no URL here`);
    return source;
  };
  const supergraphSdl = readFileSync(settings.SUPERGRAPH_PATH, 'utf8');
  const tell = operationTeller(metrics, log);
  const { apollo, schema: apiSchema, routes } = await startGraph({ supergraphSdl, log, tell, sourceOf });
  stop.add('graph', () => apollo.stop());
  const events = liveEvents(settings.NATS_URL, log);
  stop.add('live events', () => events.stop());

  const schema = withLiveFields(apiSchema);
  const authenticate = authenticator(
    readPublicKey(settings.SESSION_PUBLIC_KEY),
    partnerKeys(askMembers(sourceOf('members'), forward), log),
  );
  const live = liveStreams({
    schema,
    apollo,
    events,
    registry: metrics.registry,
    streamsPerCaller: settings.LIVE_STREAMS_PER_CALLER,
  });
  const server = await startServer({
    host: settings.HOST,
    port: settings.PORT,
    log,
    metrics,
    apollo,
    routes,
    direct: { schema: apiSchema, tell, count: directCounter(metrics.registry), sourceOf },
    live,
    admit: admission({
      authenticate,
      buckets: tokenBuckets(),
      ...ratesOf(settings),
      addressOf: clientAddresses(settings.TRUSTED_PROXIES),
    }),
    forward,
    check: documentLimits(schema),
    introspectionForAll: settings.INTROSPECTION_FOR_ALL,
    checkReady: readiness(sourceOf('members'), events),
  });
  stop.add('server', () => server.stop());
  stop.add('live streams', () => live.stop());
  log.info({ port: server.port }, 'Ready');
  return { port: server.port, stop: () => stop.run() };
}

/** Each gateway allows its part. */
function ratesOf(settings: GatewaySettings): Pick<AdmissionOptions, 'rates' | 'replicas'> {
  const { RATE_REPLICAS: replicas, RATE_PARTNER, RATE_STAFF, RATE_ANONYMOUS } = settings;
  const rates = {
    partner: RATE_PARTNER / replicas,
    staff: RATE_STAFF / replicas,
    anonymous: RATE_ANONYMOUS / replicas,
  };
  return { rates, replicas };
}

function openSources(settings: GatewaySettings, log: Logger, registry: Registry): Map<string, SubgraphSource> {
  const duration = new Histogram({
    name: 'adal_subgraph_request_seconds',
    help: 'Duration of fetches from subgraphs',
    labelNames: ['subgraph', 'outcome'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30],
    registers: [registry],
  });
  const timeouts = { timeoutMs: settings.SUBGRAPH_TIMEOUT_MS, slowTimeoutMs: settings.SUBGRAPH_SLOW_TIMEOUT_MS };
  const limits = { connections: settings.SUBGRAPH_CONNECTIONS, waitingMax: settings.SUBGRAPH_WAITING };
  return new Map(
    Object.entries(subgraphUrls(settings)).map(([name, url]) => [
      name,
      new SubgraphSource({ name, url, ...timeouts, ...limits, log, duration }),
    ]),
  );
}

function directCounter(registry: Registry): Counter {
  const help = 'Answers of one subgraph that were passed on as they came';
  return new Counter({ name: 'adal_direct_answers_total', help, registers: [registry] });
}

/** The Subscription type exists in this gateway alone: Apollo's cannot execute it. */
function withLiveFields(schema: GraphQLSchema): GraphQLSchema {
  const extended = extendSchema(schema, readSdl(__dirname, 'live.graphql'));
  return extendSchema(extended, parse('extend schema { subscription: Subscription }'));
}

const PARTNER_BY_HASH =
  'query ($hash: String!) { partnerByKeyHash(hash: $hash) { id name scopes expiresAt requestsPerMinute } }';

/** Asks members directly, as the gateway itself: clients do not see this field. */
function askMembers(members: SubgraphSource, forward: ForwardActor): (hash: string) => Promise<PartnerIdentity | null> {
  const gateway: Actor = { ...ANONYMOUS, kind: 'service', id: 'gateway', name: 'gateway' };
  return async (hash) => {
    const correlationId = newId();
    const forwarded = await forward(gateway, { correlationId, traceparent: undefined, clientAddress: '' });
    const request = { query: PARTNER_BY_HASH, variables: { hash } };
    const { data, errors } = await members.ask(request, { forwarded, correlationId });
    if (errors) throw new Error(`Members cannot say whose key it is: ${errors[0]?.message ?? ''}`);
    return (data?.partnerByKeyHash ?? null) as PartnerIdentity | null;
  };
}

/**
 * Not ready until members and NATS have answered once. After that the gateway stays ready: without them tills go on
 * selling with the keys it knows, and taking every replica away would stop the sales as well.
 */
function readiness(members: SubgraphSource, events: LiveEvents): () => Promise<Record<string, string>> {
  let membersReached = false;
  return async () => {
    const now = await members.checkLive(READY_TIMEOUT_MS).then(
      () => true,
      () => false,
    );
    membersReached ||= now;
    if (!membersReached) throw new Error('members has not answered yet');
    if (!events.isReached()) throw new Error('NATS has not answered yet');
    return { members: now ? 'reached' : 'lost', nats: events.isConnected() ? 'reached' : 'lost' };
  };
}
