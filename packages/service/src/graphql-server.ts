import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  Kind,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLarge, listen, readBody, sendJson, type RunningServer } from './http';
import { requireKeepableTexts } from './keepable-text';
import type { Logger } from './logger';
import type { ServiceMetrics } from './metrics';

/** Largest body a subgraph takes: an import chunk. */
const BODY_BYTES_MAX = 16 * 1024 * 1024;

/** Code of the error that asks to come again in a second: nothing was done. */
export const OVERLOADED = 'OVERLOADED';

/** What a GraphQL server over HTTP is made of. */
export interface GraphqlServerOptions<C extends object> {
  readonly schema: GraphQLSchema;
  readonly host: string;
  readonly port: number;
  /** Operations at work at once; what comes on top is told to come again. */
  readonly requestsMax?: number;
  readonly log: Logger;
  readonly metrics: ServiceMetrics;
  createContext(headers: IncomingMessage['headers']): Promise<C>;
  /** Resolves when the service can do its work; rejects with a sentence otherwise. */
  checkReady(): Promise<void>;
}

/** Serves POST /graphql, GET /health/live, GET /health/ready and GET /metrics. */
export async function startGraphqlServer<C extends object>(options: GraphqlServerOptions<C>): Promise<RunningServer> {
  const apollo = new ApolloServer<C>({
    schema: options.schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Neither is used by our gateway, and cache control alone would wrap every field of every answer.
    plugins: [
      timeOperations(options.metrics),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
    formatError: (formatted, error) => presentError(formatted, error, options.log),
  });
  await apollo.start();
  const admit = admission(options.requestsMax ?? Infinity);
  const handler = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/graphql' && request.method === 'POST')
      return admit(response, () => answerGraphql(apollo, options, request, response));
    if (path === '/health/live') return sendJson(response, 200, { status: 'live' });
    if (path === '/health/ready') return answerReady(options, response);
    if (path === '/metrics') {
      response.writeHead(200, { 'content-type': options.metrics.registry.contentType });
      response.end(await options.metrics.registry.metrics());
      return;
    }
    sendJson(response, 404, { error: 'Nothing here. GraphQL is POST /graphql.' });
  };
  const running = await listen(
    (request, response) => {
      handler(request, response).catch((error: unknown) => {
        options.log.error({ err: error }, 'Request failed');
        if (!response.headersSent) sendJson(response, 500, { errors: [{ message: 'Something went wrong here.' }] });
      });
    },
    options.host,
    options.port,
  );
  return {
    ...running,
    stop: async () => {
      await running.stop();
      await apollo.stop();
    },
  };
}

/** Lets so many work at once. The others are told at once: who waits too long is given up by the caller, and worked for in vain. */
function admission(requestsMax: number): (response: ServerResponse, work: () => Promise<void>) => Promise<void> {
  let atWork = 0;
  return async (response, work) => {
    if (atWork >= requestsMax) {
      const message = 'There is more to do than can be done: repeat the request with the same ids in a second.';
      return sendJson(
        response,
        503,
        { errors: [{ message, extensions: { code: OVERLOADED } }] },
        { 'retry-after': '1' },
      );
    }
    atWork += 1;
    try {
      await work();
    } finally {
      atWork -= 1;
    }
  };
}

async function answerGraphql<C extends object>(
  apollo: ApolloServer<C>,
  options: GraphqlServerOptions<C>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let body: unknown;
  try {
    const json = await readBody(request, BODY_BYTES_MAX);
    body = JSON.parse(json);
    requireKeepableTexts(body, json);
  } catch (error) {
    if (error instanceof GraphQLError) return sendJson(response, 400, { errors: [error] });
    const tooLarge = error instanceof BodyTooLarge;
    const message = tooLarge ? `The body is larger than ${BODY_BYTES_MAX} bytes.` : 'The body is not JSON.';
    return sendJson(response, tooLarge ? 413 : 400, { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  }
  const headers = new HeaderMap();
  for (const [key, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(key, Array.isArray(value) ? value.join(', ') : value);
  }
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: () => options.createContext(request.headers),
  });
  response.writeHead(result.status ?? 200, Object.fromEntries(result.headers));
  if (result.body.kind === 'complete') response.end(result.body.string);
  else {
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  }
}

async function answerReady<C extends object>(
  options: GraphqlServerOptions<C>,
  response: ServerResponse,
): Promise<void> {
  try {
    await options.checkReady();
    sendJson(response, 200, { status: 'ready' });
  } catch (error) {
    sendJson(response, 503, { status: 'not ready', reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Faults are logged in full and answered without internals; refusals and input errors pass as they are. */
export function presentError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const expected = original instanceof GraphQLError || formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR';
  if (expected) return formatted;
  log.error({ err: original, path: formatted.path }, 'Resolver failed');
  return {
    message: 'Something went wrong here; the operators can see it in the log.',
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

function timeOperations<C extends object>(metrics: ServiceMetrics): ApolloServerPlugin<C> {
  return {
    requestDidStart: async () => {
      const end = metrics.operations.startTimer();
      return {
        willSendResponse: async (request) => {
          end({ operation: rootField(request.operation), outcome: request.errors?.length ? 'error' : 'ok' });
        },
      };
    },
  };
}

/** Names the metric: operations are named by clients, who could make up names without end; fields are the schema's. */
function rootField(operation: OperationDefinitionNode | undefined): string {
  const [first] = operation?.selectionSet.selections ?? [];
  return first?.kind === Kind.FIELD ? first.name.value : 'none';
}
