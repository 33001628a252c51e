import { memberReceipts } from './derived-tables';

/**
 * Sales among the member receipts `f` that `scope` picks which are marked as standing though as much came back as was sold:
 * rows of member_id and receipt_id. `scope` picks whole members. A sale that was undone never stands again.
 */
export const undoneSales = (scope: string): string => `
  SELECT f.member_id AS member_id, f.receipt_id AS receipt_id FROM ${memberReceipts.name} AS f
  JOIN (SELECT f.member_id AS member_id, f.original_receipt_id AS sale_id, sum(f.quantity_milli) AS quantity_milli
    FROM ${memberReceipts.name} AS f WHERE ${scope} AND f.kind = 'RETURN' AND f.original_receipt_id <> ''
    GROUP BY f.member_id, f.original_receipt_id) AS g ON g.member_id = f.member_id AND g.sale_id = f.receipt_id
  WHERE ${scope} AND f.stands AND g.quantity_milli < 0 AND f.quantity_milli + g.quantity_milli <= 0`;
