import { readSdl } from '@adal/service';
import { memberListsResolvers } from './member-lists.resolvers';

/** Members that somebody listed, for conditions to ask for. */
export const memberLists = { typeDefs: readSdl(__dirname, 'member-lists.graphql'), resolvers: memberListsResolvers };

export { MemberListEntryRow, MemberListRow } from './member-list.entities';
export { listSizeLoader, type ListedMembers, type MemberListPage } from './member-list.queries';
