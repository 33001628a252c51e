export { Member, MemberCard } from './member.entity';
export { memberLookup, type MemberLookup } from './member-lookup';
export { onMemberSaved } from './on-member-saved';
export { onMembersImported } from './on-members-imported';
