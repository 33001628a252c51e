import { memberReceipts } from './derived-tables';

/**
 * Joins to member receipts `f` what came back of each as `g`. The test picks receipts `f` by the sale, so that a return
 * is picked with it; only returns are added up.
 */
export const withGivenBack = (test: string): string =>
  `LEFT JOIN (SELECT f.original_receipt_id AS sale_id, sum(f.quantity_milli) AS quantity_milli FROM ${memberReceipts.name} AS f
    WHERE f.kind = 'RETURN' AND f.original_receipt_id <> '' AND ${test} GROUP BY f.original_receipt_id) AS g ON g.sale_id = f.receipt_id`;

/** Of a receipt `f` with what came back of it: a sale of which not as much came back as was sold. */
export const STANDS = `f.kind = 'SALE' AND NOT (ifNull(g.quantity_milli, 0) < 0 AND f.quantity_milli + ifNull(g.quantity_milli, 0) <= 0)`;
