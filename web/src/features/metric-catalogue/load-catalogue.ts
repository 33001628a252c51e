import { getLocale } from 'next-intl/server';
import { MetricCatalogueDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';

/** Every metric there is, by name. */
export const loadCatalogue = async () => load(MetricCatalogueDocument, { locale: await getLocale() });
