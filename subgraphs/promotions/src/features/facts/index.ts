export { basketLineOf, basketOf } from './engine-basket.rules';
export { memberFactsJson, type KnownMember } from './member-facts.queries';
export { memberFactsOf } from './member-facts.rules';
export { productFactsJson, type KnownProduct } from './product-facts.queries';
export { findQuoteFacts } from './quote-facts.queries';
