import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents of the screens, from the client-facing schema that `scripts/compose.mjs` writes. */
const config: CodegenConfig = {
  schema: `${__dirname}/src/graphql/generated/api.graphql`,
  documents: [`${__dirname}/src/**/*.graphql`, `!${__dirname}/src/graphql/generated/**`],
  ignoreNoDocuments: true,
  generates: {
    [`${__dirname}/src/graphql/generated/`]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          Money: 'string',
          Points: 'string',
          Decimal: 'string',
          DateTime: 'string',
          LocalDate: 'string',
          PhoneNumber: 'string',
          EmailAddress: 'string',
          Locale: 'string',
          JSON: 'unknown',
        },
      },
    },
  },
};

export default config;
