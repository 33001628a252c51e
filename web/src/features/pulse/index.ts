export { usePulse } from './use-pulse';
