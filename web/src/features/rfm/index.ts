export { Rfm } from './rfm';
