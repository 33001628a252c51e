import { badInput, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { computeMetric } from './compute-metric';
import { GRAINS, type Texts } from '../metric-language';
import { lineageOf } from './metric.lineage';
import { findMetric, registry } from './metric.registry';

export const metricsResolvers: Resolvers = {
  Query: {
    metric: (_parent, { input }, ctx) => {
      requirePermission(ctx, 'metrics.read');
      return computeMetric(ctx, input);
    },
    metrics: (_parent, _args, ctx) => {
      requirePermission(ctx, 'metrics.read');
      return [...registry];
    },
    metricDefinition: (_parent, { key }, ctx) => {
      requirePermission(ctx, 'metrics.read');
      return findMetric(key) ?? null;
    },
  },
  MetricDefinition: {
    name: ({ names }, { locale }) => inLanguage(names, locale),
    description: ({ descriptions }, { locale }) => inLanguage(descriptions, locale),
    dimensions: ({ dimensions }) => [...dimensions],
    grains: ({ grains }) => [...(grains ?? GRAINS)],
    group: ({ key }) => key.split('.')[0] ?? key,
    isLevel: ({ accumulates }) => accumulates ?? false,
    lineage: lineageOf,
  },
};

/** The text in a language; BAD_USER_INPUT when there is none in it. */
export const inLanguage = (texts: Texts, locale: string | null | undefined): string => texts[readLanguage(locale)];

/** A language of the back office, English when none is asked for. Another one is BAD_USER_INPUT. */
export function readLanguage(locale: string | null | undefined): keyof Texts {
  const language = locale ?? 'en';
  if (language === 'ru' || language === 'kk' || language === 'en') return language;
  throw badInput(`There is no language ${language}. There are: ru, kk, en.`);
}
