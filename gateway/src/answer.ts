import { HeaderMap, type ApolloServer } from '@apollo/server';
import { BodyTooLarge, readBody, sendJson } from '@adal/service';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusal, type GatewayContext, type Refusal } from './context';
import { BODY_BYTES_MAX, isRecord, type GraphqlRequest } from './limits';

/** Time a client has to read why its body was not, before the connection ends. */
const LAST_WORD_MS = 1_000;

/** Reads a GraphQL request's JSON; a body that is too large is not read to its end. */
export async function readGraphqlRequest(request: IncomingMessage): Promise<GraphqlRequest | Refusal> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return refusal(415, 'BAD_REQUEST', 'Send the request as JSON with "content-type: application/json".');
  }
  try {
    const parsed: unknown = JSON.parse(await readBody(request, BODY_BYTES_MAX));
    if (!isRecord(parsed)) return refusal(400, 'BAD_REQUEST', 'Send one JSON object with "query" and "variables".');
    return {
      __typename: 'GraphqlRequest',
      query: parsed.query,
      operationName: parsed.operationName,
      variables: parsed.variables,
    };
  } catch (error) {
    return error instanceof BodyTooLarge ? bodyTooLarge() : refusal(400, 'BAD_REQUEST', 'The body is not JSON.');
  }
}

/** Reads a GraphQL request from a query string, as EventSource sends it. */
export function readSearch(url: string): GraphqlRequest | Refusal {
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  try {
    const variables: unknown = JSON.parse(search.get('variables') ?? '{}');
    return {
      __typename: 'GraphqlRequest',
      query: search.get('query'),
      operationName: search.get('operationName'),
      variables,
    };
  } catch {
    return refusal(400, 'BAD_REQUEST', 'The "variables" are not JSON.');
  }
}

/** True when the request says that its body is larger than is taken. */
export function declaresTooLarge(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > BODY_BYTES_MAX;
}

/** The refusal of a body that is too large. */
export function bodyTooLarge(): Refusal {
  return refusal(
    413,
    'BODY_TOO_LARGE',
    `The request is larger than ${BODY_BYTES_MAX / 1024 / 1024} MB: send it in parts.`,
  );
}

/** Executes a request and answers it. */
export async function answerGraphql(
  apollo: ApolloServer<GatewayContext>,
  body: GraphqlRequest,
  context: GatewayContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  if (request.headers.accept !== undefined) headers.set('accept', request.headers.accept);
  const { query, operationName, variables } = body;
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers,
      search: '',
      body: { query, operationName: operationName ?? null, variables: variables ?? null },
    },
    context: async () => context,
  });
  if (result.body.kind !== 'complete') throw new Error('Answers in parts are not offered');
  response.writeHead(result.status ?? 200, Object.fromEntries(result.headers));
  response.end(result.body.string);
}

/** Answers a refusal as GraphQL errors are answered. What is left of the request's body is not read. */
export function answerRefusal(refused: Refusal, request: IncomingMessage, response: ServerResponse): void {
  const { status, code, message, headers } = refused;
  const body = { errors: [{ message, extensions: { code } }] };
  const endless = request.headers['transfer-encoding'] === undefined ? {} : { connection: 'close' };
  if (status !== 413) return sendJson(response, status, body, { ...headers, ...endless });
  // The client may still be sending. Closing at once would reset the connection before the answer is read.
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
    connection: 'close',
  });
  response.write(text);
  setTimeout(() => {
    response.end();
    request.destroy();
  }, LAST_WORD_MS).unref();
}
