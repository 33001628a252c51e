export { Programme } from './programme';
