export { Holidays } from './holidays';
