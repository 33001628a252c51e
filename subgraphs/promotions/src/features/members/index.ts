export { Member, MemberAttribute, MemberCard } from './member.entity';
export { findMembersByKeys } from './find-members-by-keys';
export { memberLookup, type MemberLookup } from './member-lookup';
export { onAttributesDeclared } from './on-attributes-declared';
export { onMemberSaved } from './on-member-saved';
export { onMembersImported } from './on-members-imported';
