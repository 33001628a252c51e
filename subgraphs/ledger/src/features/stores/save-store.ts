import { recordEvent, StoreSaved } from '@adal/events';
import { inTransaction } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { SaveStoreInput } from '../../generated/graphql';
import type { Refusal } from '../../graphql/refusal';
import { storeFault, storeOf, storeSnapshotOf } from './store.rules';
import type { StoreRow } from './store.entity';
import { upsertStores } from './upsert-stores';

export type SaveStoreOutcome =
  { __typename: 'StoreSaved'; store: StoreRow } | Refusal<'StoreInvalid', { field: string }>;

/** Adds or changes a store. Saving what is there already changes nothing. */
export async function saveStore(ctx: LedgerContext, input: SaveStoreInput): Promise<SaveStoreOutcome> {
  const store = storeOf(input, ctx.config);
  const fault = storeFault(store);
  if (fault) return fault;
  const [saved = store] = await inTransaction(ctx.db, async (tx) => {
    const changed = await upsertStores(tx, [store]);
    if (changed.length > 0) await recordEvent(tx, StoreSaved, { stores: changed.map(storeSnapshotOf) }, ctx);
    return changed;
  });
  ctx.stores.forget();
  return { __typename: 'StoreSaved', store: saved };
}
