/** Ingest: events become facts, each exactly once. */
export { ingestConsumers } from './dead-letter.consumers';
export { startIngest, type RunningIngest } from './run-ingest';
export { waitingIn, type StreamState } from './stream-start.rules';
