export { isCurrent, type Section } from './sections';
export { useSections } from './use-sections';
