import type { PromotionsContext } from '../../context';
import type { QuotePurchaseInput } from '../../generated/graphql';
import type { Pricing } from './live-pricing';
import { prepareBasket, type PreparedBasket, type PrepareRefusal } from './prepare-basket';

/** A basket, and what it is priced by. */
export interface LiveBasket {
  __typename: 'LiveBasket';
  prepared: PreparedBasket;
  pricing: Pricing;
}

/** Gathers what the running promotions need: one round trip, and another only when they have just begun to need more. */
export async function prepareLiveBasket(
  ctx: PromotionsContext,
  input: QuotePurchaseInput,
): Promise<LiveBasket | PrepareRefusal> {
  const { needs } = (await ctx.pricing.latest()).compiled;
  const prepared = await prepareBasket(ctx, input, needs);
  if (prepared.__typename !== 'PreparedBasket') return prepared;
  const pricing = await ctx.pricing.at(prepared.pricingRevision);
  if (JSON.stringify(pricing.compiled.needs) === JSON.stringify(needs))
    return { __typename: 'LiveBasket', prepared, pricing };
  const again = await prepareBasket(ctx, input, pricing.compiled.needs);
  return again.__typename === 'PreparedBasket' ? { __typename: 'LiveBasket', prepared: again, pricing } : again;
}
