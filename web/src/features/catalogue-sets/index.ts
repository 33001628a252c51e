export { ProductSets } from './product-sets';
export { ProductSetEditor } from './set-editor';
