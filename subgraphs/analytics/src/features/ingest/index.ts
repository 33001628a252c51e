/** Ingest: events become facts, each exactly once. */
export { ingestConsumers } from './dead-letter.consumers';
export { ingestMetrics } from './ingest.metrics';
export { isBackfill } from './backfill.rules';
export type { BackfillState, Owners } from './fill-from-owners';
export { startIngest, type RunningIngest } from './run-ingest';
export { waitingIn, type StreamState } from './stream-start.rules';
export { BYTES_MAX, MESSAGES_MAX } from './message-batches';
export { takeInBatches } from './take-in-batches';
export type { IngestParts, StreamMessage } from './take-in';
