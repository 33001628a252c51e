export { ProductAttributes } from './product-attributes';
