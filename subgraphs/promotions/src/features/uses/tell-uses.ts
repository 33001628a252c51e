import type { BookedReceipt, Streams } from '@adal/events';

/** Core NATS subject on which whoever watches a promotion is told to look again. */
const LIVE_PROMOTIONS_SUBJECT = 'live.promotions.uses';

/** Tells that the figures of these receipts' promotions have moved. Nobody hears it later: who begins to watch looks first. */
export function tellUses(connection: Streams['connection'], receipts: readonly BookedReceipt[]): void {
  const promotionIds = new Set(receipts.flatMap(({ promotions = [] }) => promotions.map((one) => one.promotionId)));
  if (promotionIds.size === 0 || connection.isClosed()) return;
  connection.publish(LIVE_PROMOTIONS_SUBJECT, JSON.stringify({ promotionIds: [...promotionIds] }));
}
