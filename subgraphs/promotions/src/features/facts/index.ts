export type { KnownMember } from './member-facts.queries';
export { memberFactsOf } from './member-facts.rules';
export type { KnownProduct } from './product-facts.queries';
export { findQuoteFacts } from './quote-facts.queries';
