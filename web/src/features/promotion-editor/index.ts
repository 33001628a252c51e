export { PromotionEditor } from './editor-page';
