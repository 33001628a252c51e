import { forgetGuesses } from './features/coupon-guesses';
import { makeCodes } from './features/coupon-batches';
import { expireCoupons } from './features/coupons';
import { forgetLimitStates } from './features/limits';
import { turnPromotions } from './features/promotions';
import { runSimulations, tidySimulations } from './features/simulations';

/** Work that runs by itself. */
export const jobs = [
  turnPromotions,
  forgetLimitStates,
  makeCodes,
  expireCoupons,
  forgetGuesses,
  runSimulations,
  tidySimulations,
];
