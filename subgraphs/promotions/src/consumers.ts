import { onLimitExhausted, onLimitFreed } from './features/limits';
import { onMemberSaved, onMembersImported } from './features/members';
import { onStoreSaved } from './features/stores';

/** Events this subgraph listens to. */
export const consumers = [onStoreSaved, onMemberSaved, onMembersImported, onLimitExhausted, onLimitFreed];
