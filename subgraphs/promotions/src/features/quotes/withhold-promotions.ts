import type { Reason } from '@adal/engine';
import type { PromotionsContext } from '../../context';
import { findExhausted, LEFT_OUT, limitsOf, whyWithheld, type Buyer } from '../limits';
import type { Promotion } from '../promotions';
import type { PreparedBasket } from './prepare-basket';

/** Whom the counters of this basket are for. */
export function buyerOf({ basket, member, occurredAt }: PreparedBasket, cardNumber: string | null): Buyer {
  const { year, month, day, minuteOfDay } = basket.local;
  const minute = Math.floor(occurredAt.getTime() / MS_PER_MINUTE);
  return {
    memberId: member?.id ?? null,
    cardNumber,
    storeId: basket.storeId,
    day: new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10),
    // To the hour where clocks change that day, which is enough to tidy up by.
    dayEndsAt: new Date((minute + MINUTES_PER_DAY - minuteOfDay) * MS_PER_MINUTE),
    hour: String(Math.floor(minuteOfDay / MINUTES_PER_HOUR)).padStart(2, '0'),
    hourEndsAt: new Date((minute + MINUTES_PER_HOUR - (minuteOfDay % MINUTES_PER_HOUR)) * MS_PER_MINUTE),
  };
}

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;
const MINUTES_PER_HOUR = 60;

/** Promotions that the ledger would refuse to this buyer as far as it has told, and those the till asks to leave out. */
export async function withheldPromotions(
  ctx: PromotionsContext,
  limited: readonly Promotion[],
  buyer: Buyer,
  leftOut: readonly string[],
): Promise<ReadonlyMap<string, Reason>> {
  const keys = limited.flatMap((promotion) => limitsOf(promotion, buyer).map(({ key }) => key));
  const exhausted = await findExhausted(ctx.db, keys);
  const withheld = new Map<string, Reason>(leftOut.map((id) => [id.toLowerCase(), LEFT_OUT]));
  for (const promotion of limited) {
    const why = whyWithheld(promotion, buyer, exhausted);
    if (why !== null) withheld.set(promotion.id, why);
  }
  return withheld;
}
