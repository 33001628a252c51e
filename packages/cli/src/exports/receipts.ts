import type { ExportKind, ExportRow } from './export-kind';
import { memberIdOf, type MemberKey } from './members';
import { readPages } from './read-pages';

interface ReceiptNode {
  readonly id: string;
  readonly kind: string;
  readonly occurredAt: string;
  readonly store: { readonly id: string };
  readonly tillId: string | null;
  readonly cashierId: string | null;
  readonly member: MemberKey | null;
  readonly payments: readonly { readonly tender: string }[];
  readonly lines: readonly LineNode[];
  readonly returns: readonly ReturnNode[];
}

interface LineNode {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly amount: string;
  readonly cost: string | null;
  readonly pointsSpent: string;
  readonly pointsEarned: string;
  readonly discounts: readonly { readonly reason: string }[];
}

interface ReturnNode {
  readonly id: string;
  readonly occurredAt: string;
  readonly store: { readonly id: string };
  readonly lines: readonly { readonly lineNo: number; readonly quantity: string; readonly amount: string }[];
}

const NODE = `id kind occurredAt store { id } tillId cashierId member { id externalId } payments { tender }
  lines { lineNo sku quantity price discount amount cost pointsSpent pointsEarned discounts { reason } }
  returns { id occurredAt store { id } lines { lineNo quantity amount } }`;

/** Sales, newest first, each followed by its returns; figures of returns are below zero. */
export const receipts: ExportKind = {
  needs: ['receipts.read', 'members.read', 'catalogue.cost.read'],
  columns: () => [
    ...['receipt_id', 'line_no', 'kind', 'occurred_at', 'store_id', 'sku', 'quantity', 'amount', 'member_id'],
    ...['till_id', 'cashier_id', 'price', 'discount', 'cost', 'promo', 'original_receipt_id', 'payment'],
    ...['points_spent', 'points_earned'],
  ],
  async *pages(client) {
    const list = { field: 'purchases(first: $first, after: $after)', node: NODE };
    for await (const { nodes, share } of readPages<ReceiptNode>(client, list))
      yield {
        rows: nodes.flatMap((sale) => [...saleRows(sale), ...sale.returns.flatMap((back) => returnRows(sale, back))]),
        share,
      };
  },
};

const IMPORTED = /^import:/;
/** Imported history goes out under the id it came with. */
const receiptIdOf = (id: string): string => id.replace(IMPORTED, '');

const saleRows = (sale: ReceiptNode): ExportRow[] =>
  sale.lines.map((line) => ({
    ...headOf(sale),
    receipt_id: receiptIdOf(sale.id),
    line_no: String(line.lineNo),
    kind: sale.kind.toLowerCase(),
    occurred_at: sale.occurredAt,
    store_id: sale.store.id,
    sku: line.sku,
    quantity: line.quantity,
    amount: line.amount,
    price: line.price,
    discount: line.discount,
    cost: line.cost,
    promo: [...new Set(line.discounts.map(({ reason }) => reason))].join('; '),
    points_spent: line.pointsSpent,
    points_earned: line.pointsEarned,
  }));

/** Discount and points of what came back follow from the sale: the import works them out again. */
const returnRows = (sale: ReceiptNode, back: ReturnNode): ExportRow[] =>
  back.lines.map(({ lineNo, quantity, amount }, index) => ({
    member_id: memberIdOf(sale.member),
    receipt_id: receiptIdOf(back.id),
    line_no: String(index + 1),
    kind: 'return',
    occurred_at: back.occurredAt,
    store_id: back.store.id,
    sku: sale.lines.find((line) => line.lineNo === lineNo)?.sku ?? null,
    quantity: `-${quantity}`,
    amount: `-${amount}`,
    original_receipt_id: receiptIdOf(sale.id),
  }));

const headOf = ({ member, tillId, cashierId, payments }: ReceiptNode): ExportRow => ({
  member_id: memberIdOf(member),
  till_id: tillId,
  cashier_id: cashierId,
  payment: [...new Set(payments.map(({ tender }) => tender))].join('+'),
});
