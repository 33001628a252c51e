export * from './slot';
export { conditionGroups, conditionKinds } from './condition-kinds';
export { effectGroups, effectKinds } from './effect-kinds';
export { goodsKinds } from './goods-kinds';
export { blankDefinition, isUnfinished, read, toDraft } from './definition';
export { limitNames, limitsOf, noLimits, paceNames } from './limits';
