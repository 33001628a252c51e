export { Desk } from './desk';
export { Overview } from './overview';
