import type { StoreSnapshot } from '@adal/events';
import { isClientId } from '@adal/service';
import type { LedgerConfig } from '../../config';
import type { SaveStoreInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { isTimeZone } from './business-time.rules';
import type { StoreRow } from './store.entity';

/** A store as asked for, with the programme's own legal entity and time zone where it names none. */
export function storeOf(input: SaveStoreInput, config: LedgerConfig): StoreRow {
  return {
    id: input.id,
    revision: 1,
    name: input.name.trim(),
    city: input.city.trim(),
    brand: input.brand ?? null,
    banner: input.banner ?? null,
    format: input.format ?? null,
    legalEntity: input.legalEntity ?? config.PROGRAMME_LEGAL_ENTITY,
    openedOn: input.openedOn ?? null,
    closedOn: input.closedOn ?? null,
    timeZone: input.timeZone ?? config.BUSINESS_TIME_ZONE,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
  };
}

/** The first field that cannot be so; null when the store is sound. */
export function storeFault(store: StoreRow): Refusal<'StoreInvalid', { field: string }> | null {
  const fault = (field: string, message: string): Refusal<'StoreInvalid', { field: string }> =>
    refusal('StoreInvalid', message, { field });
  if (!isClientId(store.id)) return fault('id', 'id must be 1 to 64 visible ASCII characters.');
  for (const field of ['name', 'city', 'legalEntity'] as const) {
    if (!TEXT.test(store[field])) return fault(field, `${field} must be 1 to 200 characters.`);
  }
  for (const field of ['brand', 'banner', 'format'] as const) {
    const text = store[field];
    if (text !== null && !TEXT.test(text)) return fault(field, `${field} must be 1 to 200 characters.`);
  }
  if (!isTimeZone(store.timeZone)) return fault('timeZone', 'timeZone must be an IANA time zone such as Asia/Almaty.');
  if (store.openedOn && store.closedOn && store.closedOn < store.openedOn)
    return fault('closedOn', 'closedOn cannot be before openedOn.');
  if (store.latitude !== null && Math.abs(store.latitude) > 90)
    return fault('latitude', 'latitude must be between -90 and 90.');
  if (store.longitude !== null && Math.abs(store.longitude) > 180)
    return fault('longitude', 'longitude must be between -180 and 180.');
  return null;
}

const TEXT = /^[^\p{Cc}]{1,200}$/u;

/** A store as events tell it. */
export function storeSnapshotOf(store: StoreRow): StoreSnapshot {
  const { id, revision, name, city, brand, banner, format, legalEntity, openedOn, closedOn, timeZone } = store;
  return { storeId: id, revision, name, city, brand, banner, format, legalEntity, openedOn, closedOn, timeZone };
}
