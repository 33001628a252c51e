/** The language of segments: what a definition may say, and the question to the store that it compiles to. */
export { compileSegment } from './segment.compiler';
export { bornBy } from './days.rules';
export { betweenDays, type Moment } from './moment';
export { goodsTests } from './purchase.conditions';
export { namedIn, namesGoods, parseDefinition, type Goods, type SegmentNode } from './segment-definition';
export { narrowedPlan } from './narrowed-plan';
export { segmentPlan } from './segment-plan';
