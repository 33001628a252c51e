import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { presentError, type Logger, type ServiceMetrics } from '@adal/service';
import { Kind, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from './context';
import { TOKENS_MAX } from './limits';

const QUERY_PLANS_MIB = 50;
const OPERATION_NAME_MAX = 100;

/** What the graph is made of. */
export interface GraphOptions {
  readonly supergraphSdl: string;
  readonly log: Logger;
  readonly metrics: ServiceMetrics;
  sourceOf(subgraph: string): GraphQLDataSource;
}

/** The graph, ready to execute, and the schema that clients see. */
export interface Graph {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly schema: GraphQLSchema;
}

/** Loads the supergraph into Apollo's gateway and server. Nothing is fetched: the supergraph is composed at build time. */
export async function startGraph({ supergraphSdl, log, metrics, sourceOf }: GraphOptions): Promise<Graph> {
  const logger = quiet(log);
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name),
    experimental_approximateQueryPlanStoreMiB: QUERY_PLANS_MIB,
    logger,
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    logger,
    // Who may see the schema is decided per request, in limits.ts.
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: TOKENS_MAX },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      tellOperations(metrics, log),
    ],
    formatError: (formatted, error) => presentError(formatted, error, log),
  });
  await apollo.start();
  if (!gateway.schema) throw new Error('The supergraph has no schema');
  return { apollo, schema: gateway.schema };
}

/** A log line and a metric for each operation. The metric is named by the root field: a client cannot make up new ones. */
function tellOperations(metrics: ServiceMetrics, log: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => {
      const startedMs = performance.now();
      return {
        willSendResponse: async ({ operation, operationName, errors, contextValue }) => {
          const durationMs = performance.now() - startedMs;
          const field = rootField(operation);
          metrics.operations.observe(
            { operation: field, outcome: errors?.length ? 'error' : 'ok' },
            durationMs / 1_000,
          );
          log.info(
            {
              correlationId: contextValue.correlationId,
              operation: operationName?.slice(0, OPERATION_NAME_MAX) ?? null,
              field,
              durationMs: Math.round(durationMs * 10) / 10,
              actor: contextValue.actor.id,
              ...(errors?.length ? { errors: [...new Set(errors.map((error) => error.extensions.code))] } : {}),
            },
            'Operation',
          );
        },
      };
    },
  };
}

function rootField(operation: OperationDefinitionNode | undefined): string {
  const first = operation?.selectionSet.selections[0];
  return first?.kind === Kind.FIELD ? first.name.value : 'none';
}

/** Apollo's own chatter is for its makers; its warnings are for us. */
function quiet(log: Logger): Record<'debug' | 'info' | 'warn' | 'error', (message?: unknown) => void> {
  const nothing = (): void => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: (message) => log.warn(String(message)),
    error: (message) => log.error(String(message)),
  };
}
