import { join } from 'node:path';
import { scalars } from '@adal/money';
import { readSdl, textScalars } from '@adal/service';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { attributes } from './features/attributes';
import { cards } from './features/cards';
import { consents } from './features/consents';
import { enrolment } from './features/enrolment';
import { imports } from './features/imports';
import { partnerKeys } from './features/partner-keys';
import { profiles } from './features/profiles';
import { signIn } from './features/sign-in';
import { staff } from './features/staff';

/** The executable schema of this subgraph. */
export function membersSchema(): GraphQLSchema {
  const base = {
    typeDefs: readSdl(join(__dirname, 'graphql'), 'base.graphql'),
    resolvers: { ...scalars, ...textScalars },
  };
  return buildSubgraphSchema([
    base,
    profiles,
    attributes,
    enrolment,
    cards,
    consents,
    imports,
    staff,
    signIn,
    partnerKeys,
  ]);
}
