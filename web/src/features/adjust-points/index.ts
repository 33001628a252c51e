export { AdjustPoints } from './adjust-points';
