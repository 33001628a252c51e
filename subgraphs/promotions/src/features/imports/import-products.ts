import type { ImportInvalid, ImportLanded } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import { listAttributes, saveProducts } from '../catalogue';
import { landChunk } from './land-chunk';
import {
  distinctProducts,
  isProductColumn,
  readProductRow,
  REQUIRED_COLUMNS,
  type ReadProduct,
} from './product-row.rules';

/** Lands a chunk of products: good rows change the catalogue. */
export async function importProducts(
  ctx: PromotionsContext,
  input: ImportInput,
): Promise<ImportLanded | ImportInvalid> {
  const declared = new Map((await listAttributes(ctx.db)).map((attribute) => [attribute.key, attribute]));
  const columns = { names: input.columns.map((column) => column.trim()), declared };
  return landChunk<ReadProduct>(ctx.db, input, {
    required: REQUIRED_COLUMNS,
    isColumn: isProductColumn,
    read: (row) => {
      const product = readProductRow(row, columns);
      return 'reason' in product ? product : { line: row.line, product };
    },
    land: async (tx, rows) => {
      const { products, rejected } = distinctProducts(rows);
      return { landed: await saveProducts(tx, products, ctx), rejected };
    },
  });
}
