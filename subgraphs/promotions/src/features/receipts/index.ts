export { onPurchaseConfirmed } from './on-purchase-confirmed';
export { onPurchaseReturned } from './on-purchase-returned';
export { onReceiptsImported } from './on-receipts-imported';
export { pastReceiptOf, type KeptReceipt, type ProductLabel } from './past-receipt.rules';
export { MemberPurchasesRow, ProductLabelRow, ReceiptRow } from './receipt.entities';
