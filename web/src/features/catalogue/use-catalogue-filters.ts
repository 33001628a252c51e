'use client';

import { useLocale } from 'next-intl';
import { CatalogueFiltersDocument, type CatalogueFiltersQuery } from '@/graphql/generated/graphql';
import { useGraph, type Graph } from '@/graphql/use-graph';

export type CatalogueOptions = CatalogueFiltersQuery;

/** What products can be chosen by: categories, brands, seasons, attributes and their values. */
export function useCatalogueFilters(): Graph<CatalogueOptions> {
  return useGraph(CatalogueFiltersDocument, { language: useLocale() });
}
