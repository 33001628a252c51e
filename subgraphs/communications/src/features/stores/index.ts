/** Where things happened, by name. */
export { onStoreSaved } from './on-store-saved';
export { Store } from './store.entity';
export { findStoreTitles } from './store.queries';
