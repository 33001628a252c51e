import { createHash } from 'node:crypto';
import { PurchaseConfirmed, sealEvent } from '@adal/events';
import { badInput, newId, seesStore } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { ConfirmPurchaseInput, ReceiptInput } from '../../generated/graphql';
import { requireClientId } from '../../graphql/client-id';
import type { Refusal } from '../../graphql/refusal';
import { couponsAmong, limitsAsked } from '../limits';
import { settleWalletNow } from '../lots';
import { findMember } from '../members';
import type { StoreRow } from '../stores';
import { bookedReceiptOf, purchaseEntryOf } from './booked-purchase.rules';
import type { Booking } from './bookings';
import { PurchaseRow } from './purchase.entity';
import { findPurchase } from './purchase.queries';
import { bookingRefusal, memberUnknown, quoteInvalid, storeUnknown, type BookingRefusal } from './purchase.refusals';
import {
  paymentFault,
  promisedTenders,
  receiptInvalid,
  saleOfQuote,
  saleOfReceipt,
  type ReceiptInvalid,
  type Sale,
  type SaleFacts,
} from './purchase.rules';
import { verifyQuote, type VerifiedQuote } from './verify-quote';

/** The sale is in the books, now or since an earlier try. */
export interface PurchaseConfirmation {
  readonly __typename: 'PurchaseConfirmed';
  readonly purchase: PurchaseRow;
  readonly replayed: boolean;
}
export type ConfirmOutcome = PurchaseConfirmation | BookingRefusal | ReceiptInvalid | Refusal<'MemberUnknown'>;

/** Books a till's sale: all or nothing, once per purchaseId. The answers' order of precedence is that of the SDL. */
export async function confirmPurchase(ctx: LedgerContext, input: ConfirmPurchaseInput): Promise<ConfirmOutcome> {
  requireClientId('purchaseId', input.purchaseId);
  if (Boolean(input.quote) === Boolean(input.receipt)) throw badInput('Give exactly one of quote and receipt.');
  const quote = input.quote ? verifyQuote(input.quote, ctx.quoteKey) : null;
  if (input.quote && !quote) return quoteInvalid();
  const contentHash = hashOf(input, quote);
  const sale = await prepareSale(ctx, input, quote, contentHash);
  if ('__typename' in sale)
    return sale.__typename === 'QuoteInvalid' ? sale : unlessBooked(ctx, input.purchaseId, contentHash, quote, sale);
  return bookSale(ctx, sale, quote);
}

type Unprepared = ReceiptInvalid | Refusal<'QuoteInvalid'> | Refusal<'StoreUnknown'> | Refusal<'MemberUnknown'>;

async function prepareSale(
  ctx: LedgerContext,
  input: ConfirmPurchaseInput,
  quote: VerifiedQuote | null,
  contentHash: Buffer,
): Promise<Sale | Unprepared> {
  const fault = textFault(input);
  if (fault) return fault;
  const { receipt } = input;
  const storeId = quote?.payload.storeId ?? receipt?.storeId ?? '';
  const store = seesStore(ctx, storeId) ? await ctx.stores.find(storeId) : null;
  const facts = (memberId: string | null, known: StoreRow): SaleFacts => ({
    purchaseId: input.purchaseId,
    contentHash,
    store: known,
    memberId,
    receiptNumber: input.receiptNumber ?? null,
    cashierId: input.cashierId ?? null,
    payments: input.payments ?? [],
    now: ctx.now,
    lotId: newId(),
  });
  if (quote) {
    const promised = promisedTenders(quote.payload, input.payments ?? []);
    if (promised !== null) return quoteInvalid(`It was priced for payment by ${promised}; quote again as it is paid.`);
    if (!store) return storeUnknown();
    const sale = saleOfQuote(quote.payload, facts(quote.payload.memberId, store));
    return sale ? (paymentFault(sale) ?? sale) : quoteInvalid();
  }
  if (!receipt) throw badInput('Give exactly one of quote and receipt.');
  return prepareReceipt(ctx, receipt, store, facts);
}

async function prepareReceipt(
  ctx: LedgerContext,
  receipt: ReceiptInput,
  store: StoreRow | null,
  facts: (memberId: string | null, store: StoreRow) => SaleFacts,
): Promise<Sale | Unprepared> {
  // Judged before store and member are looked up: a receipt that cannot be read comes first.
  const printed = { tillId: receipt.tillId ?? null, occurredAt: receipt.occurredAt ?? ctx.now, lines: receipt.lines };
  const memberId = receipt.member && store ? await findMember(ctx, receipt.member) : null;
  const sale = saleOfReceipt(printed, facts(memberId, store ?? NOWHERE));
  if ('__typename' in sale) return sale;
  const unpaid = paymentFault(sale);
  if (unpaid) return unpaid;
  if (!store) return storeUnknown();
  return receipt.member && memberId === null ? memberUnknown() : sale;
}

/** Stands in for an unknown store while the rest of the receipt is judged. */
const NOWHERE = { id: '', timeZone: 'UTC', legalEntity: '' } as StoreRow;

async function bookSale(ctx: LedgerContext, sale: Sale, quote: VerifiedQuote | null): Promise<ConfirmOutcome> {
  const { purchase, lines, payments } = sale;
  const booking = bookingOf(ctx, sale, quote);
  for (;;) {
    const answer = await ctx.bookings.book(booking);
    switch (answer.outcome) {
      case 'SETTLE_FIRST':
        if (purchase.memberId) await settleWalletNow(ctx, purchase.memberId);
        break;
      case 'CONFIRMED':
        ctx.loaders.lines.prime(purchase.id, [...lines]);
        ctx.loaders.payments.prime(purchase.id, [...payments]);
        return { __typename: 'PurchaseConfirmed', purchase, replayed: false };
      case 'REPLAYED':
        return replay(ctx, purchase.id);
      default:
        return bookingRefusal(answer);
    }
  }
}

function bookingOf(ctx: LedgerContext, sale: Sale, quote: VerifiedQuote | null): Booking {
  const { purchase, lines, payments, limits } = sale;
  const event = sealEvent(
    PurchaseConfirmed,
    {
      receipt: bookedReceiptOf(purchase, lines, payments),
      balance: null,
      pointsActivateAt: purchase.pointsActivateAt?.toISOString() ?? null,
      pointsExpireAt: purchase.pointsExpireAt?.toISOString() ?? null,
      couponsUsed: couponsAmong(limits),
      couponsIssued: purchase.couponsIssued ?? [],
    },
    ctx,
  );
  return {
    ...sale,
    limits: JSON.stringify(limitsAsked(limits)),
    entry: purchase.memberId === null ? null : purchaseEntryOf(purchase, purchase.memberId),
    quoteHash: quote?.hash ?? null,
    quoteExpiresAt: quote?.payload.expiresAt ?? null,
    eventId: event.id,
    envelope: JSON.stringify(event),
  };
}

/** What was booked before under this id comes before any refusal that the content alone would meet today. */
async function unlessBooked(
  ctx: LedgerContext,
  purchaseId: string,
  contentHash: Buffer,
  quote: VerifiedQuote | null,
  refused: ConfirmOutcome,
): Promise<ConfirmOutcome> {
  const booked = await findPurchase(ctx, purchaseId);
  if (booked?.contentHash.equals(contentHash))
    return { __typename: 'PurchaseConfirmed', purchase: booked, replayed: true };
  if (quote && new Date(quote.payload.expiresAt) <= ctx.now) return bookingRefusal({ outcome: 'QUOTE_EXPIRED' });
  return booked ? bookingRefusal({ outcome: 'PURCHASE_ID_REUSED' }) : refused;
}

async function replay(ctx: LedgerContext, purchaseId: string): Promise<PurchaseConfirmation> {
  const purchase = await findPurchase(ctx, purchaseId);
  if (!purchase) throw new Error(`Purchase ${purchaseId} was booked and is gone`);
  return { __typename: 'PurchaseConfirmed', purchase, replayed: true };
}

/** The same purchase has the same hash on every retry, whatever the clock says. */
function hashOf(input: ConfirmPurchaseInput, quote: VerifiedQuote | null): Buffer {
  const { receipt, receiptNumber = null, cashierId = null, payments } = input;
  const content = [quote?.hash.toString('hex') ?? receipt, receiptNumber, cashierId, payments ?? []];
  const text = JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest();
}

/** Visible text of a till: short, and nothing a database or a printer chokes on. */
const SHORT_TEXT = /^[^\p{Cc}]{1,64}$/u;

function textFault({ receiptNumber, cashierId, payments, receipt }: ConfirmPurchaseInput): ReceiptInvalid | null {
  const texts = { receiptNumber, cashierId, tillId: receipt?.tillId };
  for (const [field, text] of Object.entries(texts)) {
    if (typeof text === 'string' && !SHORT_TEXT.test(text))
      return receiptInvalid(`${field} must be 1 to 64 characters.`);
  }
  if (payments?.some(({ tender }) => !SHORT_TEXT.test(tender)))
    return receiptInvalid('tender must be 1 to 64 characters.');
  return null;
}
