import type { EventOrigin } from '@adal/events';
import type { EntityManager } from 'typeorm';
import {
  CHANGED,
  printAttribute,
  productsChanged,
  readAttribute,
  type ChangedProduct,
  type Declaration,
  type StoredValue,
} from '../catalogue';

/** Reads what all products say of an attribute by its declaration; what does not fit stays as text. Counts the products that changed. */
export async function rereadValues(tx: EntityManager, declaration: Declaration, origin: EventOrigin): Promise<number> {
  const { key } = declaration;
  // A catalogue has many products and few values.
  const said: { value: StoredValue | null; text: string | null }[] = await tx.query(SAID, [key]);
  const moves = said.flatMap(({ value, text }) => {
    const from = text ?? (value === null ? '' : printAttribute(value));
    const read = readAttribute(declaration, from);
    const next = 'value' in read ? { value: read.value, text: null } : { value: null, text: from };
    return JSON.stringify(next) === JSON.stringify({ value, text }) ? [] : [{ value, text, next }];
  });
  if (moves.length === 0) return 0;
  const changed: ChangedProduct[] = await tx.query(MOVE, [key, JSON.stringify(moves), origin.now]);
  await productsChanged(tx, changed, origin);
  return changed.length;
}

/** What was said later in a file stands beside what was read before, and is the newer. */
const SAID = `
  select distinct attributes -> $1 as value, undeclared ->> $1 as text
  from product where attributes ? $1 or undeclared ? $1`;

const MOVE = `
  with move as materialized (
    select row -> 'value' as value, row ->> 'text' as text, row -> 'next' as next from jsonb_array_elements($2::jsonb) row
  ), moved as (
    select sku, next from product join move
      on coalesce(product.attributes -> $1, 'null') = move.value and product.undeclared ->> $1 is not distinct from move.text
    where product.attributes ? $1 or product.undeclared ? $1
    order by sku for update of product
  ), changed as (
    update product set updated_at = $3,
      attributes = jsonb_strip_nulls(attributes || jsonb_build_object($1::text, next -> 'value')),
      undeclared = jsonb_strip_nulls(undeclared || jsonb_build_object($1::text, next -> 'text'))
    from moved where product.sku = moved.sku
    returning product.*
  )
  select ${CHANGED} from changed order by sku`;
