export * from './json';
export * from './tree';
export * from './history';
export * from './slot';
export { conditionGroups, conditionKinds, type RowKind } from './condition-kinds';
export { effectGroups, effectKinds } from './effect-kinds';
export { goodsKinds } from './goods-kinds';
export { blankDefinition, isUnfinished, isWithin, read, toDraft } from './definition';
export { limitNames, limitsOf, noLimits, paceNames } from './limits';
