export { StoreSelect } from './store-select';
export { useStoreOptions } from './use-store-options';
