import { recordEvent, StoreSaved } from '@adal/events';
import {
  readImportChunk,
  type ImportInvalid,
  type ImportRejection,
  type ImportRow,
  importLanded,
  type ImportLanded,
} from '@adal/service';
import type { LedgerContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import { landIn, readRow } from '../imports';
import { storeFault, storeOf, storeSnapshotOf, upsertStores, type StoreRow } from '../stores';

const REQUIRED = ['store_id', 'name', 'city'];
const OPTIONAL = [
  'brand',
  'banner',
  'format',
  'legal_entity',
  'opened_on',
  'closed_on',
  'time_zone',
  'latitude',
  'longitude',
];

/** Lands a chunk of stores: good rows land, bad rows come back, the same chunk again changes nothing. */
export async function importStores(ctx: LedgerContext, input: ImportInput): Promise<ImportLanded | ImportInvalid> {
  const rows = readImportChunk(input, REQUIRED, (column) => [...REQUIRED, ...OPTIONAL].includes(column));
  if ('__typename' in rows) return rows;
  const stores = new Map<string, StoreRow>();
  const rejected: ImportRejection[] = [];
  for (const row of rows) {
    const store = readStore(ctx, row);
    const known = 'code' in store ? undefined : stores.get(store.id);
    if ('code' in store) rejected.push(store);
    else if (!known) stores.set(store.id, store);
    else if (JSON.stringify(known) !== JSON.stringify(store))
      rejected.push({
        line: row.line,
        column: 'store_id',
        code: 'STORE_REPEATED',
        reason: 'Another row of this chunk tells this store otherwise.',
      });
  }
  const count = await saveAll(ctx, [...stores.values()], input.dryRun ?? false);
  return importLanded(rows.length, count, rejected);
}

/** Chunk events stay far below 512 KB. */
const EVENT_STORES_MAX = 500;

async function saveAll(ctx: LedgerContext, stores: readonly StoreRow[], isDryRun: boolean): Promise<number> {
  if (stores.length === 0) return 0;
  const count = await landIn(isDryRun)(ctx.db, async (tx) => {
    const changed = await upsertStores(tx, stores);
    for (let start = 0; start < changed.length; start += EVENT_STORES_MAX) {
      const snapshots = changed.slice(start, start + EVENT_STORES_MAX).map(storeSnapshotOf);
      await recordEvent(tx, StoreSaved, { stores: snapshots }, ctx);
    }
    return changed.length;
  });
  ctx.stores.forget();
  return count;
}

function readStore(ctx: LedgerContext, row: ImportRow): StoreRow | ImportRejection {
  const field = readRow(row);
  const store = storeOf(
    {
      id: field.required('store_id'),
      name: field.required('name'),
      city: field.required('city'),
      brand: field.text('brand', 200),
      banner: field.text('banner', 200),
      format: field.text('format', 200),
      legalEntity: field.text('legal_entity', 200),
      openedOn: field.date('opened_on'),
      closedOn: field.date('closed_on'),
      timeZone: field.text('time_zone'),
      latitude: field.degrees('latitude'),
      longitude: field.degrees('longitude'),
    },
    ctx.config,
  );
  const fault = storeFault(store);
  if (fault) field.reject(columnOf(fault.field), 'STORE_INVALID', fault.message);
  return field.fault ?? store;
}

/** timeZone → time_zone, id → store_id. */
const columnOf = (field: string): string =>
  field === 'id' ? 'store_id' : field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
