import { seesStore } from '@adal/service';
import { In } from 'typeorm';
import type { LedgerContext } from '../../context';
import { StoreRow } from './store.entity';

/** Stores that the actor may see, by name. */
export function listStores(ctx: LedgerContext): Promise<StoreRow[]> {
  const { storeIds } = ctx.actor;
  const where = storeIds === null ? {} : { id: In(storeIds) };
  return ctx.db.getRepository(StoreRow).find({ where, order: { name: 'asc', id: 'asc' } });
}

/** A store that the actor may see; null when there is none. */
export async function findStore(ctx: LedgerContext, id: string): Promise<StoreRow | null> {
  return seesStore(ctx, id) ? ctx.stores.find(id) : null;
}

/** The store of a receipt that the actor has been given already. */
export async function getStore(ctx: LedgerContext, id: string): Promise<StoreRow> {
  const store = await ctx.stores.find(id);
  if (!store) throw new Error(`Store ${id} has receipts and is gone`);
  return store;
}
