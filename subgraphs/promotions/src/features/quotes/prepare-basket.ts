import { checkBasket, type Basket, type Needs } from '@adal/engine';
import { isClientId, seesStore } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { QuotePurchaseInput } from '../../generated/graphql';
import { normaliseCode } from '../coupon-pools';
import type { KnownCoupon } from '../coupons';
import { memberLookup } from '../members';
import { readTerms } from './purchase-terms.rules';
import { basketLineOf, basketOf, findQuoteFacts, memberFactsOf, type KnownMember, type KnownProduct } from '../facts';

/** A basket with all that its price depends on. */
export interface PreparedBasket {
  __typename: 'PreparedBasket';
  basket: Basket;
  occurredAt: Date;
  member: KnownMember | null;
  products: ReadonlyMap<string, KnownProduct>;
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  pricingRevision: string;
  /** Those of the codes shown that are known. */
  coupons: readonly KnownCoupon[];
}

export interface Refusal<Name extends string, Code extends string> {
  __typename: Name;
  code: Code;
  message: string;
}

type StoreUnknown = Refusal<'StoreUnknown', 'STORE_UNKNOWN'>;
type MemberUnknown = Refusal<'MemberUnknown', 'MEMBER_UNKNOWN'>;
type MemberBlocked = Refusal<'MemberBlocked', 'MEMBER_BLOCKED'>;
type BasketInvalid = Refusal<'BasketInvalid', 'BASKET_INVALID'> & { lineNo: number | null };

export type PrepareRefusal = StoreUnknown | MemberUnknown | MemberBlocked | BasketInvalid;

/** Gathers what promotions need to know, and reads the lines. Refusals in the order of the graph. */
export async function prepareBasket(
  ctx: PromotionsContext,
  input: QuotePurchaseInput,
  needs: Needs,
): Promise<PreparedBasket | PrepareRefusal> {
  const occurredAt = input.occurredAt ?? ctx.now;
  const lookup = input.member ? memberLookup(input.member, ctx.config.PROGRAMME_COUNTRY) : null;
  const facts = await findQuoteFacts(ctx.db, {
    storeId: input.storeId,
    member: lookup,
    skus: input.lines.map(({ sku }) => sku.trim()),
    coupons: (input.coupons ?? []).slice(0, COUPONS_MAX).map(normaliseCode),
    at: occurredAt,
    needs,
  });
  if (facts.store === null || !seesStore(ctx, input.storeId)) return storeUnknown();
  if (input.member && facts.member === null) return memberUnknown();
  if (facts.member?.status === 'BLOCKED') return memberBlocked();
  const { timeZone, ...store } = facts.store;
  const products = new Map(facts.products.map((product) => [product.sku, product]));
  const lines = input.lines.map(({ lineNo, sku, quantity, price }) =>
    basketLineOf(
      { lineNo, sku: sku.trim(), quantityMilli: quantity, priceMinor: price },
      products.get(sku.trim()) ?? null,
    ),
  );
  const terms = readTerms(input);
  const fault = checkRequest(input, occurredAt, ctx.now) ?? checkBasket(lines);
  if (fault !== null) return basketInvalid(fault);
  if (typeof terms === 'string') return basketInvalid({ lineNo: null, message: terms });
  const basket = basketOf({
    storeId: input.storeId,
    store,
    timeZone,
    ...terms,
    at: occurredAt.getTime(),
    holidays: facts.holidays,
    member: facts.member && memberFactsOf(facts.member),
    lines,
    coupons: [],
    pointsToSpendMinor: input.pointsToSpend ?? 0n,
  });
  const { member, pricingRevision, coupons } = facts;
  const { PROGRAMME_CURRENCY: currency } = ctx.config;
  return {
    __typename: 'PreparedBasket',
    ...{ basket, occurredAt, member, products, timeZone, currency, pricingRevision, coupons },
  };
}

const COUPONS_MAX = 20;
/** Clocks of tills run ahead, but not by more than this. */
const CLOCK_AHEAD_MS_MAX = 24 * 3_600_000;

function checkRequest(
  input: QuotePurchaseInput,
  occurredAt: Date,
  now: Date,
): { lineNo: null; message: string } | null {
  if (occurredAt.getTime() > now.getTime() + CLOCK_AHEAD_MS_MAX) {
    return { lineNo: null, message: "occurredAt is more than a day ahead: check the till's clock." };
  }
  if ((input.coupons?.length ?? 0) > COUPONS_MAX) {
    return { lineNo: null, message: `A basket takes at most ${COUPONS_MAX} coupons.` };
  }
  if (input.tillId && !isClientId(input.tillId)) {
    return { lineNo: null, message: 'tillId must be 1 to 64 visible characters.' };
  }
  return null;
}

const basketInvalid = (fault: { lineNo: number | null; message: string }): BasketInvalid => ({
  __typename: 'BasketInvalid',
  code: 'BASKET_INVALID',
  ...fault,
});

const storeUnknown = (): StoreUnknown => ({
  __typename: 'StoreUnknown',
  code: 'STORE_UNKNOWN',
  message: "No store has this id: check the till's settings.",
});

const memberUnknown = (): MemberUnknown => ({
  __typename: 'MemberUnknown',
  code: 'MEMBER_UNKNOWN',
  message: 'Nobody has this key: check it, or enrol the person.',
});

const memberBlocked = (): MemberBlocked => ({
  __typename: 'MemberBlocked',
  code: 'MEMBER_BLOCKED',
  message: 'The member is blocked: sell without the card, or call the programme.',
});
