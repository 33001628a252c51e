import type { EventConsumer } from '@adal/events';

/** None of the frame's: `features/ingest` takes streams in whole, and keeps its place in the store beside the facts. */
export const consumers: readonly EventConsumer[] = [];
