import { DERIVED } from './derived-tables';
import { lines, members, points, products, receipts, stores, type Table } from './tables';

/** Every table of the store. */
export const TABLES: readonly Table[] = [receipts, lines, points, members, stores, products, ...DERIVED];
