export { bumpPricingRevision, getPricingRevision } from './pricing-revision';
