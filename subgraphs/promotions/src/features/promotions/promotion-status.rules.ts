import type { Promotion } from './promotion.entity';
import { promotionInvalid, type PromotionInvalid, type PromotionStatus } from './promotion.rules';

type Timing = Pick<Promotion, 'status' | 'startsAt' | 'endsAt'>;

/**
 * The status a promotion gets when staff ask for one. SCHEDULED and RUNNING both mean "publish": which of the two it is
 * depends on its start. Asking for what is so already changes nothing.
 */
export function decideStatus(promotion: Timing, wanted: string, now: Date): PromotionStatus | PromotionInvalid {
  switch (wanted) {
    case 'SCHEDULED':
    case 'RUNNING':
      if (promotion.status === 'ENDED') return invalid('An ended promotion cannot run again: save it as a new one.');
      if (isOver(promotion, now))
        return promotionInvalid([{ field: 'definition.schedule.until', message: 'The end has passed: move it.' }]);
      return isDue(promotion, now) ? 'RUNNING' : 'SCHEDULED';
    case 'PAUSED':
      return ['SCHEDULED', 'RUNNING', 'PAUSED'].includes(promotion.status)
        ? 'PAUSED'
        : invalid('Only what is scheduled or runs can be paused.');
    case 'ENDED':
      return 'ENDED';
    default:
      return invalid('The status is SCHEDULED, RUNNING, PAUSED or ENDED.');
  }
}

/** The status a published promotion has by the clock alone. */
export function statusByClock(promotion: Timing, now: Date): PromotionStatus {
  if (promotion.status === 'DRAFT' || promotion.status === 'ENDED') return promotion.status;
  if (isOver(promotion, now)) return 'ENDED';
  if (promotion.status === 'PAUSED') return 'PAUSED';
  return isDue(promotion, now) ? 'RUNNING' : 'SCHEDULED';
}

const isOver = ({ endsAt }: Timing, now: Date): boolean => endsAt !== null && endsAt <= now;
const isDue = ({ startsAt }: Timing, now: Date): boolean => startsAt === null || startsAt <= now;
const invalid = (message: string): PromotionInvalid => promotionInvalid([{ field: 'status', message }]);
