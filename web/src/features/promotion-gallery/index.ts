export { PromotionGallery } from './gallery-page';
