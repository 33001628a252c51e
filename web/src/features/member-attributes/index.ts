export { MemberAttributes } from './member-attributes';
