import {
  inTransaction,
  isKeepable,
  readImportChunk,
  type ImportChunk,
  type ImportInvalid,
  type ImportRejection,
  type ImportRow,
} from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import { ProductSet } from './product-set.entity';
import { lockRules } from './set-members';

export type AddToProductSetOutcome =
  | {
      __typename: 'ImportLanded';
      read: number;
      landed: number;
      unchanged: number;
      rejected: ImportRejection[];
      amount: bigint;
      quantity: bigint;
    }
  | { __typename: 'ProductSetUnknown'; code: 'PRODUCT_SET_UNKNOWN'; message: string }
  | ImportInvalid;

/** Adds the SKUs of a file's rows to a list: known ones land, the others come back with their line. */
export async function addToProductSet(
  ctx: PromotionsContext,
  { setId, ...chunk }: ImportChunk & { setId: string },
): Promise<AddToProductSetOutcome> {
  const rows = readImportChunk(chunk, ['sku'], () => true);
  if ('__typename' in rows) return rows;
  return inTransaction(ctx.db, async (tx) => {
    await lockRules(tx);
    const set = await tx.getRepository(ProductSet).findOneBy({ id: setId });
    if (set?.kind !== 'LIST') return setUnknown();
    const { good, rejected } = await sort(tx, rows);
    const landed: unknown[] = await tx.query(
      `insert into product_set_member select $1, sku from unnest($2::text[]) sku on conflict do nothing returning sku`,
      [setId, good],
    );
    const counts = {
      read: rows.length,
      landed: landed.length,
      unchanged: rows.length - rejected.length - landed.length,
    };
    return { __typename: 'ImportLanded', ...counts, rejected, amount: 0n, quantity: 0n };
  });
}

async function sort(
  tx: EntityManager,
  rows: readonly ImportRow[],
): Promise<{ good: string[]; rejected: ImportRejection[] }> {
  const named = rows.map((row) => ({ line: row.line, sku: row.field('sku') }));
  const found: { sku: string }[] = await tx.query('select sku from product where sku = any($1)', [
    named.flatMap(({ sku }) => (sku === null || !isKeepable(sku) ? [] : [sku])),
  ]);
  const known = new Set(found.map(({ sku }) => sku));
  const rejected = named.flatMap(({ line, sku }): ImportRejection[] => {
    if (sku === null) return [{ line, column: 'sku', code: 'SKU_MISSING', reason: 'The line has no SKU.' }];
    return known.has(sku) ? [] : [{ line, column: 'sku', code: 'SKU_UNKNOWN', reason: 'No product has this SKU.' }];
  });
  return { good: [...known], rejected };
}

const setUnknown = (): AddToProductSetOutcome => ({
  __typename: 'ProductSetUnknown',
  code: 'PRODUCT_SET_UNKNOWN',
  message: 'There is no list with this id: save it first. A set with a rule finds its goods itself.',
});
