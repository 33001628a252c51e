export { Member } from './member';
