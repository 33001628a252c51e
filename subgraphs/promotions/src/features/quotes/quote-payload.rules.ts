import { sentenceOf, type PricedBasket, type PricedLine } from '@adal/engine';
import type { QuotePayload } from '@adal/events';
import type { Programme } from '../programme';
import type { PreparedBasket } from './prepare-basket';

export interface QuoteHeader {
  quoteId: string;
  issuedAt: Date;
  expiresAt: Date;
  tillId: string | null;
}

/** What holds for the whole quote. */
interface QuoteTerms {
  programme: Programme;
  limits: QuotePayload['limits'];
  couponsIssued: NonNullable<QuotePayload['couponsIssued']>;
  /** Promotions that depend on how the basket is paid. */
  tendered: ReadonlySet<string>;
}

/** What the signature covers: all that the ledger books without asking again. */
export function quotePayload(
  header: QuoteHeader,
  prepared: PreparedBasket,
  priced: PricedBasket,
  { programme, limits, couponsIssued, tendered }: QuoteTerms,
): QuotePayload {
  return {
    v: 1,
    quoteId: header.quoteId,
    issuedAt: header.issuedAt.toISOString(),
    expiresAt: header.expiresAt.toISOString(),
    storeId: prepared.basket.storeId,
    tillId: header.tillId,
    occurredAt: prepared.occurredAt.toISOString(),
    memberId: prepared.member?.id ?? null,
    totalMinor: Number(priced.totalMinor),
    discountMinor: Number(priced.discountMinor),
    pointsSpentMinor: Number(priced.pointsSpentMinor),
    payableMinor: Number(priced.payableMinor),
    pointsEarnedMinor: Number(priced.pointsEarnedMinor),
    activationDays: programme.activationDays,
    lifetimeDays: programme.lifetimeDays,
    lines: priced.lines.map((line) => payloadLine(line, prepared)),
    limits,
    promotions: promotionsOf(priced),
    shortfallPolicy: programme.shortfallPolicy,
    couponsIssued,
    channel: prepared.basket.channel,
    ...(priced.applied.some(({ promotionId }) => tendered.has(promotionId)) && {
      tenders: tendersOf(prepared, priced.payableMinor),
    }),
  };
}

/** What each tender pays, as the engine takes it: in their order, none more than is left. */
function tendersOf({ basket }: PreparedBasket, payableMinor: bigint): NonNullable<QuotePayload['tenders']> {
  let unpaid = payableMinor;
  return basket.tenders.map(({ tender, amountMinor }) => {
    const paid = amountMinor === null || amountMinor > unpaid ? unpaid : amountMinor;
    unpaid -= paid;
    return { tender, amountMinor: Number(paid) };
  });
}

/** What priced it, and what the buyer was held out of: a control group is known by what its members buy, too. */
function promotionsOf({ applied, heldOut }: PricedBasket): QuotePayload['promotions'] {
  return [
    ...applied.map(({ promotionId, version, variant, pointsEarnedMinor, pointsByLine }) => ({
      ...{ promotionId, version, variant, heldOut: false },
      ...(pointsEarnedMinor > 0n && {
        pointsMinor: Number(pointsEarnedMinor),
        pointsByLine: [...pointsByLine].map(([lineNo, points]) => ({ lineNo, pointsMinor: Number(points) })),
      }),
    })),
    ...heldOut.map(({ promotionId, version }) => ({ promotionId, version, variant: null, heldOut: true })),
  ];
}

function payloadLine(line: PricedLine, { products }: PreparedBasket): QuotePayload['lines'][number] {
  const product = products.get(line.sku);
  return {
    lineNo: line.lineNo,
    sku: line.sku,
    name: product?.name ?? null,
    categoryPath: product?.categoryPath ?? null,
    brand: product?.brand ?? null,
    quantityMilli: Number(line.quantityMilli),
    priceMinor: Number(line.priceMinor),
    costMinor: product?.costMinor ?? null,
    discounts: line.discounts.map(({ promotionId, amountMinor, because }) => ({
      promotionId,
      amountMinor: Number(amountMinor),
      reason: sentenceOf(because, 'en'),
    })),
    pointsSpentMinor: Number(line.pointsSpentMinor),
    payableMinor: Number(line.payableMinor),
    pointsEarnedMinor: Number(line.pointsEarnedMinor),
    promotionIds: line.promotionIds,
  };
}
