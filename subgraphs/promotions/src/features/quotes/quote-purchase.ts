import { quote, untouchedBy } from '@adal/engine';
import { formatMinor } from '@adal/money';
import { newId } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { QuotePurchaseInput } from '../../generated/graphql';
import {
  answerCoupons,
  couponLimits,
  couponsOfBasket,
  couponTakers,
  issuedCoupons,
  validCoupons,
  type CouponAnswer,
} from '../coupon-checks';
import { limitsUsed } from '../limits';
import { chooseLanguages } from './languages.rules';
import { prepareLiveBasket } from './live-basket';
import type { PrepareRefusal, Refusal } from './prepare-basket';
import { presentBasket, type PresentedBasket } from './present-basket.rules';
import { quotePayload } from './quote-payload.rules';
import { buyerOf, withheldPromotions } from './withhold-promotions';

type PointsNotSpendable = Refusal<'PointsNotSpendable', 'POINTS_NOT_SPENDABLE'> & { spendable: bigint };

/** A signed basket. */
export interface SignedBasket extends PresentedBasket {
  __typename: 'PurchaseQuote';
  token: string;
  expiresAt: Date;
  coupons(): CouponAnswer[];
}

export type QuotePurchaseOutcome = SignedBasket | PrepareRefusal | PointsNotSpendable;

/** How long a till may confirm what was promised. */
const QUOTE_LIFETIME_MS = 15 * 60_000;

/** Prices a basket and signs the promise. Changes nothing. */
export async function quotePurchase(ctx: PromotionsContext, input: QuotePurchaseInput): Promise<QuotePurchaseOutcome> {
  const live = await prepareLiveBasket(ctx, input);
  if (live.__typename !== 'LiveBasket') return live;
  const { prepared, pricing } = live;
  const languages = chooseLanguages(input.language, prepared.member, ctx.config);
  const buyer = buyerOf(prepared, input.member?.cardNumber?.trim() ?? null);
  const withheld = await withheldPromotions(ctx, pricing.limited, buyer, input.withoutPromotions ?? []);
  const coupons = await couponsOfBasket(ctx, input, pricing.pools, {
    ...prepared,
    storeId: prepared.basket.storeId,
    memberId: buyer.memberId,
  });
  const basket = { ...prepared.basket, coupons: validCoupons(coupons) };
  const priced = quote(pricing.compiled, { ...basket, withheld });
  if (priced.__typename === 'PointsNotSpendable') return pointsNotSpendable(priced.spendableMinor);
  const notApplied = () => [...priced.notApplied, ...untouchedBy(pricing.compiled, basket)];
  const expiresAt = new Date(ctx.now.getTime() + QUOTE_LIFETIME_MS);
  const header = { quoteId: newId(), issuedAt: ctx.now, expiresAt, tillId: input.tillId ?? null };
  const limits = [
    ...limitsUsed(priced.applied, pricing.limited, buyer),
    ...couponLimits(coupons, priced.applied, buyer.memberId),
  ];
  const scene = { ...prepared, quoteId: header.quoteId, memberId: buyer.memberId, language: languages.receipt };
  const couponsIssued = issuedCoupons(priced.notices, pricing.pools, scene);
  const token = ctx.signQuote(quotePayload(header, prepared, priced, { ...pricing, limits, couponsIssued }));
  return {
    __typename: 'PurchaseQuote',
    token,
    expiresAt,
    coupons: () => {
      const outcome = { applied: priced.applied, notApplied: notApplied() };
      return answerCoupons(coupons, couponTakers(pricing.compiled), outcome, languages.reasons);
    },
    ...presentBasket({ ...priced, notApplied }, prepared, languages),
  };
}

const pointsNotSpendable = (spendable: bigint): PointsNotSpendable => ({
  __typename: 'PointsNotSpendable',
  code: 'POINTS_NOT_SPENDABLE',
  message: `At most ${formatMinor(spendable)} points may pay for this basket.`,
  spendable,
});
