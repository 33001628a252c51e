export { MemberList } from './member-list';
export { MemberLists } from './member-lists';
