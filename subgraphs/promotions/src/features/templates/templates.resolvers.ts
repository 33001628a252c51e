import { gallery, type Template } from '@adal/engine';
import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { languageOf, sentencesOf } from '../definitions';
import { buildTemplate, goldenReceipt } from './template.rules';

export const templatesResolvers: Resolvers = {
  Query: {
    promotionTemplates: (_, { family }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return gallery.filter((template) => !family || template.family === family);
    },
    promotionTemplate: (_, { key }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return gallery.find((template) => template.key === key) ?? null;
    },
  },
  PromotionTemplate: {
    parameters: ({ parameters }) => Object.entries(parameters).map(([key, parameter]) => ({ key, ...parameter })),
    definition: (template, { parameters }) => buildTemplate(template, parameters),
    sentence: (template, { parameters, language }) =>
      sentencesOf(buildTemplate(template, parameters), languageOf(language)).join(' '),
    before: (template: Template) => goldenReceipt(template, false),
    after: (template: Template) => goldenReceipt(template, true),
  },
};
