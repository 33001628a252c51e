import type { Dimension, SourceName } from './metric';

/** Facts of one kind, as the compiler reads them. `f` is the fact; day and hour are the store's own. */
export interface Source {
  readonly table: string;
  /** When it happened, for the period. */
  readonly at: string;
  /** A rollup knows only the hour or the day by the store's clock. */
  readonly keptBy?: 'HOUR' | 'DAY';
  readonly dimensions: Readonly<Partial<Record<Dimension, DimensionColumn>>>;
}

/** Where a dimension's value stands. */
export interface DimensionColumn {
  readonly sql: string;
  /** Joined when the dimension is asked for: a city is the store's of today, not of the sale. */
  readonly join?: string;
  /** "A" also stands for "A > B". */
  readonly nested?: boolean;
}

const STORES = 'LEFT JOIN stores AS s ON s.store_id = f.store_id';
const ofStore = { store: { sql: 'f.store_id' }, city: { sql: "ifNull(s.city, '')", join: STORES } } as const;
const identified = { sql: "if(f.identified, 'true', 'false')" } as const;

const ofGoods = { brand: { sql: 'f.brand' }, category: { sql: 'f.category_path', nested: true } } as const;

export const sources: Readonly<Record<SourceName, Source>> = {
  salesByHour: { table: 'sales_by_hour', at: 'business_day', keptBy: 'HOUR', dimensions: { ...ofStore, identified } },
  salesBySku: {
    table: 'sales_by_sku',
    at: 'business_day',
    keptBy: 'DAY',
    dimensions: { ...ofStore, identified, ...ofGoods },
  },
  receipts: { table: 'receipts', at: 'occurred_at', dimensions: { ...ofStore, identified } },
  lines: {
    table: 'lines',
    at: 'occurred_at',
    dimensions: { ...ofStore, identified, ...ofGoods },
  },
  points: { table: 'points', at: 'occurred_at', dimensions: ofStore },
  members: {
    table: 'members',
    at: 'registered_at',
    dimensions: { store: { sql: 'f.home_store_id' }, city: { sql: 'f.city' } },
  },
};
