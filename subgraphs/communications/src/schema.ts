import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { scalars } from '@adal/money';
import { readSdl } from '@adal/service';
import type { GraphQLSchema } from 'graphql';
import { messages } from './features/messages';
import { templates } from './features/templates';

/** The executable schema of this subgraph. */
export function communicationsSchema(): GraphQLSchema {
  const base = { typeDefs: readSdl(join(__dirname, 'graphql'), 'base.graphql'), resolvers: scalars };
  return buildSubgraphSchema([base, templates, messages]);
}
