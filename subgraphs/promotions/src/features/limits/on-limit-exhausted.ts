import { defineConsumer, LimitExhausted } from '@adal/events';
import { saveLimitStates } from './save-limit-states';

/** What needs these limits is offered no more. */
export const onLimitExhausted = defineConsumer({
  durable: 'promotions-limits-exhausted',
  contract: LimitExhausted,
  handle: (tx, events) =>
    saveLimitStates(
      tx,
      true,
      events.map(({ data }) => data),
    ),
});
