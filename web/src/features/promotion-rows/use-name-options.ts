'use client';

import { useQuery } from 'urql';
import type { NameSource } from '@/features/promotion-definition';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { ScopeOptionsDocument, StoresDocument } from '@/graphql/generated/graphql';
import { useProducts } from './use-products';

export interface NameOption {
  value: string;
  label: string;
  /** How it reads among the others, where that differs. */
  listed?: string;
}

const tenders = ['CARD', 'CASH', 'QR', 'INSTALMENTS', 'GIFT_CARD'];
const ofStores: Partial<Record<NameSource, 'city' | 'banner' | 'brand'>> = {
  cities: 'city',
  storeCities: 'city',
  banners: 'banner',
  storeBrands: 'brand',
};

/** Names to choose from; articles are searched by what is typed, the rest is asked once and kept. */
export function useNameOptions(source: NameSource, typed: string): NameOption[] {
  const fmt = useFmt();
  const onServer = typeof window === 'undefined';
  const isOfStores = source === 'stores' || source in ofStores;
  const [stores] = useQuery({
    query: StoresDocument,
    variables: {},
    pause: onServer || !isOfStores || !useMay('stores.read'),
  });
  const isOfGoods = source === 'categories' || source === 'brands';
  const [scope] = useQuery({ query: ScopeOptionsDocument, variables: {}, pause: onServer || !isOfGoods });
  const products = useProducts(typed, source === 'skus');
  const key = ofStores[source];
  const all = stores.data?.stores ?? [];
  if (source === 'stores') return all.map(({ id, name, city }) => ({ value: id, label: `${name} · ${city}` }));
  if (key !== undefined) return plain(all.flatMap((store) => store[key] ?? []));
  if (source === 'skus') return products.map(({ sku, name }) => ({ value: sku, label: `${sku} · ${name}` }));
  if (source === 'tenders') return plain(tenders);
  const counted = (label: string, count: number) => `${label} (${fmt.number(count)})`;
  if (source === 'categories') {
    return (scope.data?.categories ?? []).map(({ path, products: count }) => ({
      value: path,
      label: path,
      listed: counted(below(path), count),
    }));
  }
  return (scope.data?.brands ?? []).map(({ name, products: count }) => ({
    value: name,
    label: name,
    listed: counted(name, count),
  }));
}

const plain = (names: readonly string[]): NameOption[] =>
  [...new Set(names)].sort().map((name) => ({ value: name, label: name }));

/** A category stands below the one it is in. */
function below(path: string): string {
  const steps = path.split(' > ');
  return `${'\u2003'.repeat(steps.length - 1)}${steps.at(-1) ?? path}`;
}
