import type { Dimension } from '../metrics';
import type { ReportAsk, ReportDrill, ReportTable } from '../reports';
import type { SegmentNode } from '../segment-language';

/** What a condition on purchases calls the values of a dimension. */
const GOODS = { store: 'stores', city: 'cities', brand: 'brands', category: 'categories' } as const;
type Told = keyof typeof GOODS;
const isTold = (dimension: Dimension): dimension is Told => dimension in GOODS;

/** The table with members who bought what a row is of behind the cell of a column. */
export function withBuyers(table: ReportTable, dimension: Told, key: string, ask: ReportAsk): ReportTable {
  const [at, place] = [dimension, key].map((name) => table.columns.findIndex((column) => column.key === name));
  const rows = table.rows.map((row) => {
    const drill = buyersOf(dimension, row.cells[at ?? 0]?.text ?? '', ask);
    return { ...row, cells: row.cells.map((cell, index) => (index === place ? { ...cell, drill } : cell)) };
  });
  return { ...table, rows };
}

/** Null where a segment cannot say who it is: of an unknown value, of anonymous receipts, of a segment. */
function buyersOf(dimension: Told, value: string, { askedFilters, days, population }: ReportAsk): ReportDrill | null {
  const others = askedFilters.filter((filter) => filter.dimension !== dimension);
  const goods = others.flatMap(({ dimension: name, values }) => (isTold(name) ? [[GOODS[name], values] as const] : []));
  const isPlain = goods.length === others.length && others.every(({ values }) => values.every((one) => one !== ''));
  if (value === '' || population || !isPlain) return null;
  const definition: SegmentNode = {
    kind: 'PURCHASES',
    of: { ...Object.fromEntries(goods), [GOODS[dimension]]: [value] },
    when: { kind: 'BETWEEN', ...days },
    measure: 'RECEIPTS',
    from: 1,
  };
  return { __typename: 'ReportDrillMembers', definition };
}
