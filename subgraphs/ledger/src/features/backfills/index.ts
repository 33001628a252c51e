import type { BackfillSource } from '@adal/events';
import { crossingsBackfill } from './backfill-crossings';
import { lotsBackfill } from './backfill-lots';
import { movementsBackfill } from './backfill-movements';
import { receiptsBackfill } from './backfill-receipts';
import { returnsBackfill } from './backfill-returns';
import { storesBackfill } from './backfill-stores';

/** What the books tell again, of any age, to whoever asks (ADR 25). */
export const backfills: readonly BackfillSource[] = [
  ...[storesBackfill, receiptsBackfill, returnsBackfill, movementsBackfill, lotsBackfill, crossingsBackfill],
];
