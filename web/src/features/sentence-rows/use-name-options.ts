'use client';

import { useLocale } from 'next-intl';
import { useQuery } from 'urql';
import type { NameSource } from '@/features/draft';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { CatalogueFiltersDocument, StoresDocument } from '@/graphql/generated/graphql';
import { useAttributeWords } from './use-attribute-words';
import { useNamed } from './use-named';
import { useProducts } from './use-products';

export interface NameOption {
  value: string;
  label: string;
  /** How it reads among the others, where that differs. */
  listed?: string;
}

const tenders = ['CARD', 'CASH', 'QR', 'INSTALMENTS', 'GIFT_CARD'];

/** Names to choose from: of articles those that what is typed finds, of what people made the first and those, of the rest all. */
export function useNameOptions(source: NameSource, typed: string): NameOption[] {
  const stores = useStoreNames(source);
  const goods = useGoodsNames(source);
  const named = useNamed(source, typed);
  const products = useProducts(typed, source === 'skus');
  const attributes = useAttributeWords(source === 'memberAttributes');
  if (source === 'skus') return products.map(({ sku, name }) => ({ value: sku, label: `${sku} · ${name}` }));
  if (source === 'memberAttributes') return [...attributes].map(([value, { name }]) => ({ value, label: name }));
  if (source === 'tenders') return plain(tenders);
  return [...stores, ...goods, ...named.map(({ id, name }) => ({ value: id, label: name }))];
}

const ofStores: Partial<Record<NameSource, 'city' | 'banner' | 'brand'>> = {
  cities: 'city',
  storeCities: 'city',
  banners: 'banner',
  storeBrands: 'brand',
};

/** Stores by id, or the names of what they have in common. */
export function useStoreNames(source: NameSource): NameOption[] {
  const key = ofStores[source];
  const isNeeded = useMay('stores.read') && (source === 'stores' || key !== undefined);
  const [{ data }] = useQuery({ query: StoresDocument, variables: {}, pause: !isNeeded || onServer });
  if (!isNeeded) return [];
  const all = data?.stores ?? [];
  if (key === undefined) return all.map(({ id, name, city }) => ({ value: id, label: `${name} · ${city}` }));
  return plain(all.flatMap((store) => store[key] ?? []));
}

function useGoodsNames(source: NameSource): NameOption[] {
  const fmt = useFmt();
  const language = useLocale();
  const isNeeded = source === 'categories' || source === 'brands' || source === 'attributes';
  const [{ data }] = useQuery({
    query: CatalogueFiltersDocument,
    variables: { language },
    pause: !isNeeded || onServer,
  });
  if (!isNeeded || data === undefined) return [];
  if (source === 'attributes') return data.productAttributes.map(({ key, name }) => ({ value: key, label: name }));
  const listed = (label: string, count: number) => `${label} (${fmt.number(count)})`;
  if (source === 'brands') {
    return data.brands.map(({ name, products }) => ({ value: name, label: name, listed: listed(name, products) }));
  }
  return data.categories.map(({ path, products }) => ({
    value: path,
    label: path,
    listed: listed(below(path), products),
  }));
}

const onServer = typeof window === 'undefined';

const plain = (names: readonly string[]): NameOption[] =>
  [...new Set(names)].sort().map((name) => ({ value: name, label: name }));

/** A category stands below the one it is in. */
function below(path: string): string {
  const steps = path.split(' > ');
  return `${'\u2003'.repeat(steps.length - 1)}${steps.at(-1) ?? path}`;
}
