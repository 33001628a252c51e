import { readSdl } from '@adal/service';
import { resolvers } from './members.resolvers';

/** What the ledger must know of a member. */
export const members = { typeDefs: readSdl(__dirname, 'members.graphql'), resolvers };
export { findMembersByKey, type FoundMember } from './find-members-by-key';
export { findMember, storedKey } from './find-member';
export { requireOwnerOr } from './require-owner-or';
export { MemberCopy, MemberKeyRow } from './member.entity';
export { onMemberSaved } from './on-member-saved';
export { onMembersImported } from './on-members-imported';
