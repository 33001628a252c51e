import { getVariableValues } from 'graphql/execution/values';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Counter } from '@adal/service';
import type { ServerResponse } from 'node:http';
import { COME_AGAIN, isOverloaded, type GatewayContext } from './context';
import type { DirectRoute } from './direct-routes';
import { isRecord } from './limits';
import { parseAnswer, type SubgraphSource } from './subgraph-source';
import type { TellOperation } from './tell-operations';

/** What a direct answer needs beside its route. */
export interface DirectOptions {
  readonly schema: GraphQLSchema;
  readonly tell: TellOperation;
  /** Answers that were passed on. */
  readonly count: Counter;
  sourceOf(subgraph: string): SubgraphSource;
}

/** Passes a subgraph's answer on; false, with nothing written, when Apollo should say what is wrong with the variables. */
export async function answerDirectly(
  { schema, tell, count, sourceOf }: DirectOptions,
  route: DirectRoute,
  sent: unknown,
  context: GatewayContext,
  response: ServerResponse,
): Promise<boolean> {
  if (sent !== undefined && sent !== null && !isRecord(sent)) return false;
  const given = sent ?? {};
  // One fault is enough: thousands of bad items would each cost a sentence that nobody reads.
  if (getVariableValues(schema, route.operation.variableDefinitions ?? [], given, { maxErrors: 1 }).errors)
    return false;
  const startedMs = performance.now();
  const variables = Object.fromEntries(
    route.variableNames.flatMap((name) => (name in given ? [[name, given[name]]] : [])),
  );
  const request = { query: route.query, variables, operationName: route.operationName };
  const { text, errors } = await sourceOf(route.subgraph).askText(request, context).then(readText, refused);
  count.inc();
  tell({ operation: route.operation, errors, context, startedMs });
  const shed = isOverloaded(errors);
  response.writeHead(shed ? 503 : 200, {
    ...(shed ? COME_AGAIN : {}),
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
  return true;
}

interface Direct {
  readonly text: string;
  readonly errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** Our subgraphs put errors first: an answer that begins with its data has none. */
function readText(text: string): Direct {
  if (text.startsWith('{"data":')) return { text, errors: [] };
  const { errors = [], data = null } = parseAnswer(text) ?? {};
  return { text: `${JSON.stringify({ errors, data })}\n`, errors };
}

function refused(error: unknown): Direct {
  if (!(error instanceof GraphQLError)) throw error;
  return { text: `${JSON.stringify({ errors: [error], data: null })}\n`, errors: [error] };
}
