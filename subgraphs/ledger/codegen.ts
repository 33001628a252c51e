/** Which row type stands behind which GraphQL type, as `path#Type` from src/generated. */
export const mappers: Record<string, string> = {
  Adjustment: '../features/adjustments/adjustment.entity#AdjustmentRow',
  AdjustmentConnection: '../features/adjustments/adjustment.queries#AdjustmentPage',
  AdjustmentLimit: '../features/adjustments/adjustment-limits#AdjustmentLimitView',
  AdjustmentStep: '../features/adjustments/adjustment-step.entity#AdjustmentStepRow',
  JournalEntry: '../features/journal/journal-entry.entity#JournalEntryRow',
  Lot: '../features/lots/lot.entity#LotRow',
  Member: '../graphql/references#MemberReference',
  Payment: '../features/purchases/payment.entity#PaymentRow',
  Purchase: '../features/purchases/purchase.entity#PurchaseRow',
  PurchaseConnection: '../features/purchases/purchase.queries#PurchasePage',
  PurchaseLine: '../features/purchases/purchase-line.entity#PurchaseLineRow',
  PurchaseReturn: '../features/returns/return.entity#ReturnRow',
  ReturnedLine: '../features/returns/return-line.entity#ReturnLineRow',
  StatementConnection: '../features/balances/statement.queries#StatementPage',
  Store: '../features/stores/store.entity#StoreRow',
  Till: '../features/stores/till.queries#TillActivity',
};
