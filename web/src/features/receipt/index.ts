export { Receipt } from './receipt';
