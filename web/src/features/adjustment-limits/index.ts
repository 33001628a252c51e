export { AdjustmentLimits } from './adjustment-limits';
