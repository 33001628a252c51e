import { z } from 'zod';
import type { Goods } from './goods';
import { money, names, optional } from './json-values';

/** The fields of an attribute test, of goods and of members. */
export const attributeFields = {
  key: z.string(),
  op: z.enum(['EQ', 'IN', 'GTE', 'LTE', 'BETWEEN']),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
};

const list = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind), in: names });

const someGoods: z.ZodType<Goods> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('EVERYTHING') }),
    list('SKU'),
    list('SET'),
    list('CATEGORY'),
    list('BRAND'),
    z.strictObject({ kind: z.literal('ATTRIBUTE'), ...attributeFields }),
    z.strictObject({ kind: z.literal('PRICE'), from: optional(money), to: optional(money) }),
    z.strictObject({ kind: z.literal('ALL'), of: z.array(someGoods) }),
    z.strictObject({ kind: z.literal('ANY'), of: z.array(someGoods) }),
    z.strictObject({ kind: z.literal('NOT'), of: someGoods }),
  ]),
);

/** Goods; all of them when left out. */
export const goods = someGoods.default({ kind: 'EVERYTHING' });
