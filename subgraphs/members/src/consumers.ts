import type { EventConsumer } from '@adal/events';

/** Events of other contexts this subgraph listens to: none, it is the source of what it knows. */
export const consumers: readonly EventConsumer[] = [];
