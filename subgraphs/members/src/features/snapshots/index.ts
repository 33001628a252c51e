/** What the other contexts are told of a member. */
export { recordMemberEnrolled, recordMemberSaved } from './record-members-saved';
export { listSnapshots } from './snapshot.queries';
