export { SegmentOverlap } from './overlap';
export { SegmentPage } from './segment';
