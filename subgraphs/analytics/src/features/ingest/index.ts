/** Ingest: events become facts, each exactly once. */
export { ingestConsumers } from './dead-letter.consumers';
export { ingestMetrics } from './ingest.metrics';
export { startIngest, type RunningIngest } from './run-ingest';
export { waitingIn, type StreamState } from './stream-start.rules';
export { takeIn, type IngestParts, type StreamMessage } from './take-in';
