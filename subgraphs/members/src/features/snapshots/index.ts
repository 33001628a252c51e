/** What the other contexts are told of a member. */
export { membersBackfill } from './backfill-members';
export { recordMemberEnrolled, recordMemberSaved } from './record-members-saved';
export { listSnapshots } from './snapshot.queries';
