export { EffectList } from './effect-list';
export { GoodsEditor } from './goods-editor';
export { conditionLanguage } from './languages';
export { InstantField, WindowsField } from './time-fields';
