export { StoreSelect } from './store-select';
export { Stores } from './stores';
export { useStoreOptions } from './use-store-options';
export { useTillOptions } from './use-till-options';
