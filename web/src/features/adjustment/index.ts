export { Adjustment } from './adjustment';
