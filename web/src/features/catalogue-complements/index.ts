export { Complements } from './complements';
