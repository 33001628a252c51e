import type { Row, Statement } from '../analytics-store';
import type { LineRow } from '../tables';

/** Lines with what they lack of category and brand taken from the products that `query` finds. */
export async function fillLines(
  lines: readonly LineRow[],
  query: (statement: Statement) => Promise<Row[]>,
): Promise<readonly LineRow[]> {
  const skus = [
    ...new Set(lines.filter((line) => line.categoryPath === '' || line.brand === '').map(({ sku }) => sku)),
  ];
  if (skus.length === 0) return lines;
  const sql = 'SELECT sku, category_path, brand FROM products WHERE sku IN {skus:Array(String)}';
  const found = await query({ sql, parameters: { skus } });
  const products = new Map(
    found.map((row) => [row['sku'], { categoryPath: String(row['category_path']), brand: String(row['brand']) }]),
  );
  return lines.map((line) => {
    const product = products.get(line.sku);
    if (!product) return line;
    return { ...line, categoryPath: line.categoryPath || product.categoryPath, brand: line.brand || product.brand };
  });
}
