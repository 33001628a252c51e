import { listen, sendJson, type Logger, type RunningServer, type ServiceMetrics } from '@adal/service';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contextOf, type Admit, type Admitted } from './admit';
import { answerGraphql, answerRefusal, bodyTooLarge, declaresTooLarge, readGraphqlRequest, readSearch } from './answer';
import { refusal, type GatewayContext, type Refusal } from './context';
import type { ForwardActor } from './forward-actor';
import { answerDirectly, type DirectOptions } from './answer-directly';
import type { DirectRoutes } from './direct-routes';
import type { Graph } from './graph';
import type { GraphqlRequest, documentLimits } from './limits';
import type { Live } from './live';

/** A whole request must have arrived within this time. */
const REQUEST_TIMEOUT_MS = 60_000;

/** What the gateway's server is made of. */
export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  readonly metrics: ServiceMetrics;
  readonly apollo: Graph['apollo'];
  readonly routes: DirectRoutes;
  readonly direct: DirectOptions;
  readonly live: Live;
  readonly admit: Admit;
  readonly forward: ForwardActor;
  readonly check: ReturnType<typeof documentLimits>;
  readonly introspectionForAll: boolean;
  /** Resolves with what is reached and what is not; rejects with a sentence when requests should go elsewhere. */
  checkReady(): Promise<Record<string, string>>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<Refusal | null>;

/** Serves POST /graphql, GET and POST /graphql/stream, /health/live, /health/ready and /metrics. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const routes = routesOf(options);
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const answer = routes[(request.url ?? '/').split('?', 1)[0] ?? '/'] ?? nothingHere;
    answer(request, response)
      .then((refused) => refused && answerRefusal(refused, request, response))
      .catch((error: unknown) => {
        options.log.error({ err: error, path: request.url }, 'Request failed');
        if (response.headersSent) response.destroy();
        else answerRefusal(refusal(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.'), request, response);
      });
  };
  const running = await listen(handle, options.host, options.port);
  running.server.requestTimeout = REQUEST_TIMEOUT_MS;
  // A client that asks before sending a large body is told at once.
  running.server.on('checkContinue', (request, response) => {
    if (!declaresTooLarge(request)) response.writeContinue();
    handle(request, response);
  });
  return running;
}

function routesOf(options: ServerOptions): Record<string, Answer> {
  const { metrics, checkReady } = options;
  return {
    '/graphql': (request, response) => answerOperation(options, request, response),
    '/graphql/stream': (request, response) => answerStream(options, request, response),
    '/health/live': async (_request, response) => {
      sendJson(response, 200, { status: 'live' });
      return null;
    },
    '/health/ready': async (_request, response) => {
      await checkReady().then(
        (parts) => sendJson(response, 200, { status: 'ready', ...parts }),
        (error: Error) => sendJson(response, 503, { status: 'not ready', reason: error.message }),
      );
      return null;
    },
    '/metrics': async (_request, response) => {
      response.writeHead(200, { 'content-type': metrics.registry.contentType });
      response.end(await metrics.registry.metrics());
      return null;
    },
  };
}

async function nothingHere(): Promise<Refusal> {
  return refusal(404, 'NOT_FOUND', 'Nothing here: send GraphQL to POST /graphql.');
}

async function answerOperation(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> {
  if (request.method !== 'POST') return refusal(405, 'BAD_REQUEST', 'Send GraphQL with POST.', { allow: 'POST' });
  const accepted = await acceptRequest(options, request, response);
  if (accepted.__typename === 'Refusal') return accepted;
  const { admitted, body } = accepted;
  const context = await contextOf(admitted, admitted.caller, options.forward);
  const route = acceptsJson(request) ? options.routes.find(body) : undefined;
  const direct = route && (await answerDirectly(options.direct, route, body.variables, context, response));
  if (!direct) await answerGraphql(options.apollo, body, context, request, response);
  return null;
}

function acceptsJson({ headers: { accept = '*/*' } }: IncomingMessage): boolean {
  return accept.includes('*/*') || accept.includes('application/json');
}

async function answerStream(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> {
  if (request.method !== 'POST' && request.method !== 'GET') {
    return refusal(405, 'BAD_REQUEST', 'Open a stream with GET or POST.', { allow: 'GET, POST' });
  }
  const accepted = await acceptRequest(options, request, response);
  if (accepted.__typename === 'Refusal') return accepted;
  const { admitted, body } = accepted;
  const context = await contextOf(admitted, admitted.caller, options.forward);
  const renew = async (): Promise<GatewayContext | null> => {
    const caller = await admitted.renew();
    return caller && contextOf(admitted, caller, options.forward);
  };
  return options.live.stream(body, { context, renew }, response);
}

interface Accepted {
  readonly __typename: 'Accepted';
  readonly admitted: Admitted;
  readonly body: GraphqlRequest;
}

async function acceptRequest(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | Accepted> {
  if (declaresTooLarge(request)) return bodyTooLarge();
  const admitted = await options.admit(request, response);
  if (admitted.__typename === 'Refusal') return admitted;
  const body = request.method === 'GET' ? readSearch(request.url ?? '') : await readGraphqlRequest(request);
  if (body.__typename === 'Refusal') return admitted.count('default') ?? body;
  const mayIntrospect = options.introspectionForAll || admitted.caller.actor.kind !== 'anonymous';
  const checked = options.check(body, mayIntrospect);
  if (checked.__typename === 'Refusal') return admitted.count('default') ?? checked;
  return admitted.count(checked.isTillWork ? 'till' : 'default') ?? { __typename: 'Accepted', admitted, body };
}
