export { Promotions } from './promotions';
