import type { ReceivedEvent } from '@adal/events';
import type { Facts } from '../../store/analytics-store';
import type { LineRow, MemberRow, PointsRow, ProductRow, ReceiptRow, StoreRow } from '../../store/tables';

/** A receipt with everything that lands or is left out together with it. */
export interface BookedFacts {
  readonly receipt: ReceiptRow;
  readonly lines: readonly LineRow[];
  readonly points: readonly PointsRow[];
}

/** What one event says. */
export interface EventFacts {
  readonly booked?: readonly BookedFacts[];
  readonly points?: readonly PointsRow[];
  readonly members?: readonly MemberRow[];
  readonly stores?: readonly StoreRow[];
  readonly products?: readonly ProductRow[];
}

/** An event as its reader is given it, with the chain's time zone for facts that have no store. */
export interface Reading<T> extends ReceivedEvent<T> {
  readonly zone: string;
}

/** Nothing to add. */
export const NO_FACTS: Facts = { receipts: [], lines: [], points: [], members: [], stores: [], products: [] };

/** Puts events together into one batch: the first of each receipt and movement, the highest revision of each snapshot. */
export function collectFacts(events: readonly EventFacts[]): Facts {
  const booked = firstOf(
    events.flatMap((event) => event.booked ?? []),
    ({ receipt }) => receipt.receiptId,
  );
  const movements = [...booked.flatMap((one) => one.points), ...events.flatMap((event) => event.points ?? [])];
  return {
    receipts: booked.map((one) => one.receipt),
    lines: booked.flatMap((one) => one.lines),
    points: firstOf(movements, (movement) => movement.movementId),
    members: latestOf(
      events.flatMap((event) => event.members ?? []),
      (member) => member.memberId,
    ),
    stores: latestOf(
      events.flatMap((event) => event.stores ?? []),
      (store) => store.storeId,
    ),
    products: latestOf(
      events.flatMap((event) => event.products ?? []),
      (product) => product.sku,
    ),
  };
}

function firstOf<T>(rows: readonly T[], idOf: (row: T) => string): T[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(idOf(row)) && seen.add(idOf(row)));
}

function latestOf<T extends { readonly revision: number }>(rows: readonly T[], idOf: (row: T) => string): T[] {
  const latest = new Map<string, T>();
  for (const row of rows) {
    const known = latest.get(idOf(row));
    if (!known || row.revision > known.revision) latest.set(idOf(row), row);
  }
  return [...latest.values()];
}
