import { defineConsumer, LimitFreed } from '@adal/events';
import { saveLimitStates } from './save-limit-states';

/** What needs these limits is offered again. */
export const onLimitFreed = defineConsumer({
  durable: 'promotions-limits-freed',
  contract: LimitFreed,
  handle: (tx, events) =>
    saveLimitStates(
      tx,
      false,
      events.map(({ data }) => data),
    ),
});
