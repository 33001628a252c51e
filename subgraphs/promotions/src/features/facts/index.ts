export type { KnownMember } from './member-facts.queries';
export { memberFactsOf } from './member-facts.rules';
export { findQuoteFacts, type KnownProduct } from './quote-facts.queries';
