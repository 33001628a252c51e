import { walkCondition, type Promotion as EnginePromotion } from '@adal/engine';
import type { PromotionsContext } from '../../context';
import { toEnginePromotion } from '../definitions';
import { findPromotionsBetween, type Promotion } from '../promotions';
import { overlapOf } from './overlap.rules';

export interface CalendarFilter {
  from: Date;
  until: Date;
  storeId: string | null;
  city: string | null;
}

interface Entry {
  promotion: Promotion;
  storeIds: string[];
  cities: string[];
}

/** Overlaps of one answer. */
const OVERLAPS_MAX = 500;

/** Promotions of a period where asked, and which of them add up on the same goods. */
export async function promotionCalendar(ctx: PromotionsContext, filter: CalendarFilter) {
  const rows = await findPromotionsBetween(ctx.db, filter.from, filter.until);
  const entries: Entry[] = [];
  const shown: { row: Promotion; promotion: EnginePromotion }[] = [];
  for (const row of rows) {
    const promotion = toEnginePromotion(row);
    const entry = { promotion: row, ...placesOf(promotion) };
    if (!isAt(entry, filter)) continue;
    entries.push(entry);
    if (promotion !== null && row.status !== 'ENDED') shown.push({ row, promotion });
  }
  const overlaps = [];
  for (const [index, one] of shown.entries()) {
    for (const other of shown.slice(index + 1)) {
      const overlap = overlapOf(one.promotion, other.promotion);
      if (overlap === null || overlaps.length === OVERLAPS_MAX) continue;
      overlaps.push({
        promotion: one.row,
        other: other.row,
        from: overlap.from === null ? null : new Date(overlap.from),
        until: overlap.until === null ? null : new Date(overlap.until),
      });
    }
  }
  return { entries, overlaps };
}

/** Stores and cities that its condition names; empty: everywhere. */
function placesOf(promotion: EnginePromotion | null): { storeIds: string[]; cities: string[] } {
  const [storeIds, cities] = [new Set<string>(), new Set<string>()];
  if (promotion?.condition) {
    walkCondition(promotion.condition, (part) => {
      if (part.kind !== 'STORE') return;
      for (const id of part.storeIds) storeIds.add(id);
      for (const city of part.cities) cities.add(city);
    });
  }
  return { storeIds: [...storeIds], cities: [...cities] };
}

const isAt = ({ storeIds, cities }: Entry, { storeId, city }: CalendarFilter): boolean =>
  (storeId === null || storeIds.length === 0 || storeIds.includes(storeId)) &&
  (city === null || cities.length === 0 || cities.includes(city));
