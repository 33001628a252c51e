export { PromotionCalendar } from './promotion-calendar';
