import { z } from 'zod';

/** What can be imported: the mutation that takes it and the columns it cannot do without. */
export const KINDS = {
  stores: { mutation: 'importStores', required: ['store_id', 'name', 'city'] },
  products: { mutation: 'importProducts', required: ['sku', 'name', 'category_path'] },
  members: { mutation: 'importMembers', required: ['member_id'] },
  cards: { mutation: 'importCards', required: ['card_number', 'member_id'] },
  receipts: {
    mutation: 'importReceipts',
    required: ['receipt_id', 'kind', 'occurred_at', 'store_id', 'sku', 'quantity', 'amount'],
  },
  balances: { mutation: 'importBalances', required: ['member_id', 'points'] },
  coupons: { mutation: 'importCoupons', required: ['pool', 'code'] },
} as const;

export type ImportKind = keyof typeof KINDS;
export const kindSchema = z.enum(Object.keys(KINDS) as [ImportKind, ...ImportKind[]]);
