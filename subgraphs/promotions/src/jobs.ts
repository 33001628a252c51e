import { forgetLimitStates } from './features/limits';
import { turnPromotions } from './features/promotions';

/** Work that runs by itself. */
export const jobs = [turnPromotions, forgetLimitStates];
