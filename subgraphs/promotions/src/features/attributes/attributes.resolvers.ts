import { badInput, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { listAttributes, printAttribute } from '../catalogue';
import { listUndeclared, listValues } from './attribute.queries';
import { suggestType } from './attribute.rules';
import { saveAttribute } from './save-attribute';

export const attributesResolvers: Resolvers = {
  Query: {
    productAttributes: (_, __, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return listAttributes(ctx.db);
    },
    undeclaredAttributes: async (_, __, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      const declared = new Set((await listAttributes(ctx.db)).map(({ key }) => key));
      return (await listUndeclared(ctx.db)).map((undeclared) => ({
        ...undeclared,
        isDeclared: declared.has(undeclared.key),
        suggestedType: suggestType(undeclared.samples),
      }));
    },
  },
  Mutation: {
    saveProductAttribute: (_, { input }, ctx) => {
      requirePermission(ctx, 'catalogue.write');
      return saveAttribute(ctx, input);
    },
  },
  ProductAttribute: {
    name: ({ nameRu, nameKk, nameEn }, { language }) =>
      language === 'ru' ? nameRu : language === 'kk' ? nameKk : nameEn,
    values: ({ key }, { first }, ctx) => listValues(ctx.db, key, valuesSize(first)),
  },
  Product: {
    attributes: async ({ attributes }, _, ctx) => {
      const declared = await ctx.loaders.attributes();
      return declared.flatMap((attribute) => {
        const value = attributes[attribute.key];
        return value === undefined ? [] : [{ attribute, value, text: printAttribute(value) }];
      });
    },
    undeclared: ({ undeclared }) =>
      Object.entries(undeclared)
        .map(([key, text]) => ({ key, text }))
        .sort((left, right) => left.key.localeCompare(right.key)),
  },
};

const VALUES_MAX = 100;

function valuesSize(first: number | null | undefined): number {
  const size = first ?? 50;
  if (size < 1 || size > VALUES_MAX) throw badInput(`first must be between 1 and ${VALUES_MAX}.`);
  return size;
}
