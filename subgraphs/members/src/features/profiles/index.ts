import { readSdl } from '@adal/service';
import { profilesResolvers } from './profiles.resolvers';

/** Who the members are: reading, searching and changing them. */
export const profiles = { typeDefs: readSdl(__dirname, 'profiles.graphql'), resolvers: profilesResolvers };

export { Member, memberColumns } from './member.entity';
export { type MemberPage } from './search-members';
export { memberLoader } from './member.loaders';
export { findTaken, lockMember, type UniqueKeys } from './member.queries';
export { contactTaken, memberUnknown } from './member.refusals';
export {
  nameWords,
  readMemberFields,
  type FieldFault,
  type MemberFields,
  type ReadingOptions,
} from './member-fields.rules';
export { readingOptions } from './reading-options';
export { insertMember, touchMember } from './save-member';
