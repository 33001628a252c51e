export { ConditionTree } from './condition-tree';
export { DraftProvider, useDraft, useField } from './draft-context';
export { EffectList } from './effect-list';
export { NumberField, TypedNumber, Word } from './number-fields';
export { InstantField, WindowsField } from './time-fields';
export { WeekdaysField } from './choice-fields';
export { useWithNames } from './use-named';
export { useProducts, type Product } from './use-products';
