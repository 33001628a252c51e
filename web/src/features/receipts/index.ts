export { receiptHref, receiptLabel, useReceiptColumns } from './columns';
export { Receipts } from './receipts';
