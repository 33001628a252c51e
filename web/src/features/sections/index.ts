export { isCurrent } from './sections';
export { useSections } from './use-sections';
