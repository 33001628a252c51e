import type { Channel, Tender } from '@adal/engine';
import type { QuotePurchaseInput } from '../../generated/graphql';

/** How and where a basket is to be paid. */
export interface PurchaseTerms {
  readonly channel: Channel;
  readonly tenders: readonly Tender[];
}

const TENDERS_MAX = 10;
/** A chain adds kinds of its own; the ledger compares them with what was paid. */
const KIND = /^[A-Z][A-Z0-9_]{0,39}$/;

/** Reads channel and tenders; the first thing wrong with them is answered as a sentence instead. */
export function readTerms({ channel, tenders }: QuotePurchaseInput): PurchaseTerms | string {
  const read = (tenders ?? []).map(({ kind, amount }) => ({
    tender: kind.trim().toUpperCase(),
    amountMinor: amount ?? null,
  }));
  if (read.length > TENDERS_MAX) return `A basket has at most ${TENDERS_MAX} tenders.`;
  const unreadable = read.find(({ tender }) => !KIND.test(tender));
  if (unreadable !== undefined) return 'The kind of a tender is a word of capitals such as CASH, CARD or QR.';
  if (new Set(read.map(({ tender }) => tender)).size < read.length) return 'Each kind of tender is named once.';
  if (read.some(({ amountMinor }) => amountMinor !== null && amountMinor <= 0n))
    return 'The amount of a tender is above zero.';
  if (read.filter(({ amountMinor }) => amountMinor === null).length > 1) return 'One tender at most pays the rest.';
  return { channel: channel ?? 'POS', tenders: read };
}
