import { inTransaction, readImportChunk, type ImportInvalid, type ImportRejection } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import { listAttributes, saveProducts, type ProductFacts } from '../catalogue';
import { distinctProducts, isProductColumn, readProductRow, REQUIRED_COLUMNS } from './product-row.rules';

export interface ImportLanded {
  __typename: 'ImportLanded';
  read: number;
  landed: number;
  unchanged: number;
  rejected: ImportRejection[];
  amount: bigint;
  quantity: bigint;
}

/** Lands a chunk of products: good rows change the catalogue, bad rows come back, the same chunk again changes nothing. */
export async function importProducts(
  ctx: PromotionsContext,
  input: ImportInput,
): Promise<ImportLanded | ImportInvalid> {
  const rows = readImportChunk(input, REQUIRED_COLUMNS, isProductColumn);
  if ('__typename' in rows) return rows;
  const declared = new Map((await listAttributes(ctx.db)).map((attribute) => [attribute.key, attribute]));
  const columns = { names: input.columns.map((column) => column.trim()), declared };
  const readable: { line: number; product: ProductFacts }[] = [];
  const rejected: ImportRejection[] = [];
  for (const row of rows) {
    const product = readProductRow(row, columns);
    if ('reason' in product) rejected.push(product);
    else readable.push({ line: row.line, product });
  }
  const distinct = distinctProducts(readable);
  rejected.push(...distinct.rejected);
  const landed = await countLanded(ctx, distinct.products, input.dryRun ?? false);
  return {
    __typename: 'ImportLanded',
    read: rows.length,
    landed,
    unchanged: rows.length - rejected.length - landed,
    rejected: rejected.sort((left, right) => left.line - right.line),
    amount: 0n,
    quantity: 0n,
  };
}

/** Leaves a transaction without a trace. */
class DryRun extends Error {
  constructor(readonly landed: number) {
    super('Dry run');
  }
}

async function countLanded(ctx: PromotionsContext, products: ProductFacts[], isDryRun: boolean): Promise<number> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const landed = await saveProducts(tx, products, ctx);
      if (isDryRun) throw new DryRun(landed);
      return landed;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.landed;
    throw error;
  }
}
