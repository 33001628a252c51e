import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { presentError, type Logger } from '@adal/service';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { COME_AGAIN, isOverloaded, type GatewayContext } from './context';
import { directRoutes, type DirectRoutes } from './direct-routes';
import { TOKENS_MAX } from './limits';
import type { TellOperation } from './tell-operations';

const QUERY_PLANS_MIB = 50;

/** What the graph is made of. */
export interface GraphOptions {
  readonly supergraphSdl: string;
  readonly log: Logger;
  readonly tell: TellOperation;
  sourceOf(subgraph: string): GraphQLDataSource;
}

/** The graph, ready to execute, and the schema that clients see. */
export interface Graph {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly schema: GraphQLSchema;
  /** Operations that were executed and need no joining. */
  readonly routes: DirectRoutes;
}

/** Loads the supergraph into Apollo's gateway and server. Nothing is fetched: the supergraph is composed at build time. */
export async function startGraph({ supergraphSdl, log, tell, sourceOf }: GraphOptions): Promise<Graph> {
  const logger = quiet(log);
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name),
    experimental_approximateQueryPlanStoreMiB: QUERY_PLANS_MIB,
    logger,
    experimental_didResolveQueryPlan: ({ queryPlan: plan, requestContext, operationContext: { operation } }) => {
      const { source = '', document, request } = requestContext;
      if (document) routes.learn({ source, operationName: request.operationName, document, operation, plan });
    },
  });
  const routes = directRoutes(() => schemaOf(gateway));
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
      tellAll(tell),
      refuseBadVariables(),
    ],
    formatError: (formatted, error) => withoutServiceName(presentError(formatted, error, log)),
  });
  await apollo.start();
  return { apollo, schema: schemaOf(gateway), routes };
}

function tellAll(tell: TellOperation): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => {
      const startedMs = performance.now();
      return {
        willSendResponse: async ({ operation, errors = [], contextValue: context, response: { http } }) => {
          if (isOverloaded(errors)) {
            http.status = 503;
            for (const [name, value] of Object.entries(COME_AGAIN)) http.headers.set(name, value);
          }
          tell({ operation, errors, context, startedMs });
        },
      };
    },
  };
}

/** The gateway's own check answers every fault of the variables: ten thousand bad items kept it at work for seconds. */
function refuseBadVariables(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, operation, request: { variables = {} } }) => {
        const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables, { maxErrors: 1 });
        const [fault] = errors ?? [];
        if (!fault) return;
        const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
        throw new GraphQLError(fault.message, { nodes: fault.nodes ?? null, extensions });
      },
    }),
  };
}

function schemaOf(gateway: ApolloGateway): GraphQLSchema {
  if (!gateway.schema) throw new Error('The supergraph has no schema');
  return gateway.schema;
}

/** Apollo adds which subgraph an error came from; a client has no use for it. */
function withoutServiceName(error: GraphQLFormattedError): GraphQLFormattedError {
  const { serviceName: _name, ...extensions } = error.extensions ?? {};
  return { ...error, extensions };
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
