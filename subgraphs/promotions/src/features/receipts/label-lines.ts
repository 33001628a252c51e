import type { BookedLine } from '@adal/events';
import type { EntityManager } from 'typeorm';

/** A line's goods as the sale knew them. */
type LabelledLine = Pick<BookedLine, 'sku' | 'categoryPath' | 'brand'>;

/** Finds the id of each line's label; what the sale did not know is as the catalogue has it now. */
export async function labelLines(
  tx: EntityManager,
  lines: readonly LabelledLine[],
): Promise<(line: LabelledLine) => number> {
  const distinct = [...new Map(lines.map((line) => [keyOf(line), line])).values()];
  const ids: { id: number }[] = await tx.query(LABEL, [
    distinct.map(({ sku }) => sku),
    distinct.map(({ categoryPath }) => categoryPath),
    distinct.map(({ brand }) => brand),
  ]);
  const byKey = new Map(distinct.map((line, index) => [keyOf(line), ids[index]?.id]));
  return (line) => {
    const id = byKey.get(keyOf(line));
    if (id === undefined) throw new Error(`The label of ${line.sku} was made a moment ago`);
    return id;
  };
}

const keyOf = ({ sku, categoryPath, brand }: LabelledLine): string => JSON.stringify([sku, categoryPath, brand]);

// A label that another consumer makes at the same time is taken from there, which `do nothing` would not answer.
const LABEL = `
  with wanted as (
    select line.n, label.*, md5(label::text)::uuid as key
    from unnest($1::text[], $2::text[], $3::text[]) with ordinality as line (sku, category_path, brand, n)
    left join product p on p.sku = line.sku
    cross join lateral (select line.sku, coalesce(line.category_path, nullif(p.category_path, '')) as category_path,
      case when line.category_path is null then coalesce(line.brand, p.brand) else line.brand end as brand,
      coalesce(p.attributes, '{}') as attributes) as label),
  made as (
    insert into product_label (key, sku, category_path, brand, attributes)
    select distinct on (key) key, sku, category_path, brand, attributes from wanted w
    where not exists (select from product_label known where known.key = w.key)
    order by key
    on conflict (key) do update set sku = excluded.sku
    returning id, key)
  select id from wanted join (select id, key from made union all select id, key from product_label) as label using (key)
  order by n`;
