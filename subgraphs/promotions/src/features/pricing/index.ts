export { bumpPricingRevision } from './pricing-revision';
