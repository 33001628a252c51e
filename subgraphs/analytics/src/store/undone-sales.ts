import { memberReceipts } from './derived-tables';

/**
 * Ids of the sales of which as much came back as was sold, among member receipts `f` that the test picks: it picks by
 * the sale, so that a return is picked with it. Only what something came back of is added up.
 */
export function undoneSales(test: string): string {
  const from = `FROM ${memberReceipts.name} AS f`;
  return `SELECT v.purchase FROM (SELECT if(f.original_receipt_id = '', f.receipt_id, f.original_receipt_id) AS purchase,
      f.quantity_milli AS quantity_milli ${from} WHERE ${test}) AS v
    WHERE v.purchase IN (SELECT f.original_receipt_id ${from} WHERE f.kind = 'RETURN' AND ${test})
    GROUP BY v.purchase HAVING sum(v.quantity_milli) <= 0`;
}
