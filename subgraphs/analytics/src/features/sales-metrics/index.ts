/** Metrics of sales: over receipts, their lines, and parts of both. */
export { goodsMetrics } from './goods.metrics';
export { penetrationMetrics } from './penetration.metrics';
export { receiptMetrics } from './receipt.metrics';
export { activeMembers, salesMetrics } from './sales.metrics';
