import type { DataSource } from 'typeorm';
import type { StoredValue } from '../catalogue';

export interface Undeclared {
  key: string;
  products: number;
  samples: string[];
}

/** What no declaration reads, by key, with a few of the texts. */
export function listUndeclared(db: DataSource): Promise<Undeclared[]> {
  return db.query(`
    select key, sum(products)::int as products, (array_agg(text order by products desc, text))[1:10] as samples
    from (
      select key, value as text, count(*) as products from product, jsonb_each_text(undeclared)
      where undeclared <> '{}' group by key, value
    ) said
    group by key order by key`);
}

/** The most frequent values of an attribute; of lists, of their items. */
export function listValues(
  db: DataSource,
  key: string,
  size: number,
): Promise<{ value: StoredValue; products: number }[]> {
  return db.query(
    `select value, count(*)::int as products
     from product, jsonb_path_query(attributes -> $1, 'lax $[*]') value
     where attributes ? $1 group by value order by products desc, value limit $2`,
    [key, size],
  );
}
