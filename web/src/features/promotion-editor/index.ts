export { PromotionEditor } from './editor';
