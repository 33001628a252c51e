'use client';

import { useState } from 'react';
import { useStoreOptions } from '@/features/stores';
import { newId } from '@/ui/new-id';
import { lineOf, type Basket, type BasketLine } from './basket';
import { type Product, useProducts } from '@/features/sentence-rows';

const sampleLines = 3;

/** The sample receipt: the first goods of the catalogue in the first store, until somebody changes it. */
export function useBasket() {
  const products = useProducts('');
  const stores = useStoreOptions();
  const [changed, setChanged] = useState<Basket>();
  const basket = changed ?? {
    storeId: stores[0]?.value ?? '',
    memberKey: '',
    member: undefined,
    at: null,
    lines: products.slice(0, sampleLines).map((product) => lineOf(product, product.sku)),
  };
  const setLines = (lines: BasketLine[]) => setChanged({ ...basket, lines });
  return {
    basket,
    take: setChanged,
    change: (patch: Partial<Omit<Basket, 'lines'>>) => setChanged({ ...basket, ...patch }),
    changeLine: (key: string, patch: Partial<BasketLine>) =>
      setLines(basket.lines.map((line) => (line.key === key ? { ...line, ...patch } : line))),
    addLine: (product: Product) => setLines([...basket.lines, lineOf(product, newId())]),
    removeLine: (key: string) => setLines(basket.lines.filter((line) => line.key !== key)),
  };
}

export type BasketHandle = ReturnType<typeof useBasket>;
