export { Members } from './members';
