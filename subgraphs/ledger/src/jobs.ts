import type { Job } from '@adal/service';
import type { LedgerContext } from './context';
import { lapseProposals } from './features/adjustments';
import { forgetLimits, tellLimits } from './features/limits';
import { rollUpMovements } from './features/journal';
import { activateLots, expireLots, tellLots } from './features/lots';
import { extendChain } from './features/proof';
import { releaseExpiredHolds } from './features/reservations';

export const jobs: readonly Job<LedgerContext>[] = [
  ...[activateLots, expireLots, releaseExpiredHolds, lapseProposals],
  ...[tellLots, tellLimits, forgetLimits, extendChain, rollUpMovements],
];
