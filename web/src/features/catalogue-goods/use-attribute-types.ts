'use client';

import { useCatalogueFilters } from '@/features/catalogue';

/** The type of each declared attribute, by key. */
export function useAttributeTypes(): (key: string) => string | undefined {
  const { data } = useCatalogueFilters();
  return (key) => data?.productAttributes.find((attribute) => attribute.key === key)?.type;
}
