export { blankGoods, fromGoods, toGoods, type GoodsForm } from './goods-form';
export { GoodsFields } from './goods-fields';
export { GoodsPreview } from './goods-preview';
export { useAttributeTypes } from './use-attribute-types';
