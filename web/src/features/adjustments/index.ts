export { Adjustments } from './adjustments';
export { useAdjustmentColumns } from './columns';
export { AdjustmentsWaiting } from './adjustments-waiting';
