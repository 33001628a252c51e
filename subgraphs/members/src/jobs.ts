import type { Job } from '@adal/service';
import type { MembersContext } from './context';
import { purgeSessions } from './features/sign-in';

/** What runs by itself in this subgraph. */
export const jobs: readonly Job<MembersContext>[] = [purgeSessions];
