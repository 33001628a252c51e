import type { Goods } from '@adal/engine';
import type { RowKind } from '@/features/draft';
import { money, names, type ValueSlot } from './slot';

type Kind = Exclude<Goods['kind'], 'ALL' | 'ANY' | 'NOT' | 'EVERYTHING'>;

/** Every way to name goods. */
export const goodsKinds: Readonly<Record<Kind, RowKind<string, ValueSlot>>> = {
  CATEGORY: { group: 'GOODS', slots: { in: names('categories') }, blank: { in: [] } },
  BRAND: { group: 'GOODS', slots: { in: names('brands') }, blank: { in: [] } },
  SKU: { group: 'GOODS', slots: { in: names('skus') }, blank: { in: [] } },
  SET: { group: 'GOODS', slots: { in: names('sets') }, blank: { in: [] } },
  ATTRIBUTE: {
    group: 'GOODS',
    slots: { key: { is: 'name', of: 'attributes' }, test: { is: 'test', of: 'attributes' } },
    blank: { key: '', op: 'EQ', values: [] },
  },
  PRICE: { group: 'GOODS', slots: { from: money, to: money }, blank: { from: null, to: null } },
};
