import type { Job } from '@adal/service';
import type { CommunicationsContext } from './context';
import { sendDueMessages } from './features/messages';

/** Everything that runs by itself. */
export const jobs: readonly Job<CommunicationsContext>[] = [
  { name: 'send-due-messages', everyMs: 250, run: sendDueMessages },
];
