import type { CodegenConfig } from '@graphql-codegen/cli';
import { mappers as analytics } from './subgraphs/analytics/codegen';
import { mappers as communications } from './subgraphs/communications/codegen';
import { mappers as ledger } from './subgraphs/ledger/codegen';
import { mappers as members } from './subgraphs/members/codegen';
import { mappers as promotions } from './subgraphs/promotions/codegen';
import web from './web/codegen';

/** Resolver types of one subgraph, made from its printed SDL; its codegen.ts lists the mappers alone. */
function resolverTypes(name: string, mappers: Record<string, string>): CodegenConfig['generates'] {
  return {
    [`subgraphs/${name}/src/generated/graphql.ts`]: {
      schema: `subgraphs/${name}/schema.graphql`,
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        useIndexSignature: true,
        contextType: `../context#${name.charAt(0).toUpperCase()}${name.slice(1)}Context`,
        mappers,
        enumsAsTypes: true,
        scalars: {
          ID: 'string',
          Money: 'bigint',
          Points: 'bigint',
          Decimal: 'bigint',
          DateTime: 'Date',
          LocalDate: 'string',
          PhoneNumber: 'string',
          EmailAddress: 'string',
          Locale: 'string',
          JSON: 'unknown',
        },
        defaultScalarType: 'unknown',
        // Resolvers may answer a row and leave fields to their own resolvers.
        inputMaybeValue: 'T | null | undefined',
        makeResolverTypeCallable: true,
        resolversNonOptionalTypename: { unionMember: true },
      },
    },
  };
}

/** The web's own configuration, as a part of ours. */
function typedDocuments({ schema, documents, generates }: CodegenConfig): CodegenConfig['generates'] {
  const outputs = Object.entries(generates);
  return Object.fromEntries(outputs.map(([folder, output]) => [folder, { schema, documents, ...output }]));
}

const config: CodegenConfig = {
  silent: true,
  generates: {
    ...resolverTypes('members', members),
    ...resolverTypes('ledger', ledger),
    ...resolverTypes('promotions', promotions),
    ...resolverTypes('communications', communications),
    ...resolverTypes('analytics', analytics),
    ...typedDocuments(web),
  },
  ignoreNoDocuments: true,
};

export default config;
