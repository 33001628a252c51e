export { Books } from './books';
export { Breakage } from './breakage';
export { Check } from './check';
export { Liability } from './liability';
