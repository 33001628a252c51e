import { readSdl } from '@adal/service';
import { quotesResolvers } from './quotes.resolvers';

/** What a basket costs at a till, and why. */
export const quotes = {
  typeDefs: readSdl(__dirname, 'quotes.graphql', 'priced-basket.graphql', 'previews.graphql'),
  resolvers: quotesResolvers,
};

export { livePricing, type LivePricing } from './live-pricing';
export { quoteSigner, type QuoteSigner } from './sign-quote';
