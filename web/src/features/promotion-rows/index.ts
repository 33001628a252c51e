export { EffectList } from './effect-list';
export { conditionLanguage } from './languages';
export { InstantField, WindowsField } from './time-fields';
