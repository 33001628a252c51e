import type { EventConsumer } from '@adal/events';
import { onMemberSaved, onMembersImported } from './features/members';

export const consumers: readonly EventConsumer[] = [onMemberSaved, onMembersImported];
