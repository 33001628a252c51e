export { Store } from './store.entity';
export { onStoreSaved } from './on-store-saved';
