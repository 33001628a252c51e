import { badInput, decodeCursor } from '@adal/service';
import type { Promotion } from './promotion.entity';

/** Where a page of a list begins. */
export interface PromotionCursor {
  readonly value: string;
  readonly id: string;
}

/** An order of promotions; ties go by id, the same way. */
export interface PromotionOrder {
  /** SQL of what they are ordered by, and of the same read from a cursor's `:value`. */
  readonly by: string;
  readonly value: string;
  readonly direction: 'ASC' | 'DESC';
  keysOf(promotion: Promotion): string[];
  readCursor(after: string | null | undefined): PromotionCursor | null;
}

/** The order that staff ask for; last changed first when they do not say. */
export function orderOf(sort: string | null | undefined): PromotionOrder {
  const order = Object.hasOwn(ORDERS, sort ?? 'CHANGED') ? ORDERS[sort ?? 'CHANGED'] : undefined;
  if (order === undefined) throw badInput(`sort is one of ${Object.keys(ORDERS).join(', ')}.`);
  return {
    ...order,
    keysOf: (promotion) => [order.keyOf(promotion), promotion.id],
    readCursor: (after) => {
      const keys = decodeCursor(after, 2);
      if (keys === null) return null;
      const [value, id] = keys.map(String);
      if (value === undefined || id === undefined || !order.isKey(value) || !UUID.test(id)) {
        throw badInput('after is not a cursor of this list.');
      }
      return { value, id };
    },
  };
}

const UUID = /^[0-9a-f-]{36}$/;
const isInstant = (value: string): boolean => value.endsWith('infinity') || !Number.isNaN(Date.parse(value));

interface Order extends Pick<PromotionOrder, 'by' | 'value' | 'direction'> {
  keyOf(promotion: Promotion): string;
  isKey(value: string): boolean;
}

const byInstant = (by: string, direction: Order['direction'], keyOf: Order['keyOf']): Order => ({
  ...{ by, direction, keyOf },
  value: ':value::timestamptz',
  isKey: isInstant,
});

// Without a start it runs since ever, without an end for ever.
const ORDERS: Readonly<Record<string, Order>> = {
  CHANGED: byInstant('promotion.updatedAt', 'DESC', ({ updatedAt }) => updatedAt.toISOString()),
  STARTS: byInstant(
    `coalesce(promotion.startsAt, '-infinity')`,
    'DESC',
    ({ startsAt }) => startsAt?.toISOString() ?? '-infinity',
  ),
  ENDS: byInstant(`coalesce(promotion.endsAt, 'infinity')`, 'ASC', ({ endsAt }) => endsAt?.toISOString() ?? 'infinity'),
  NAME: {
    by: 'lower(promotion.name)',
    value: 'lower(:value)',
    direction: 'ASC',
    keyOf: ({ name }) => name,
    isKey: (value) => !value.includes('\0'),
  },
};
