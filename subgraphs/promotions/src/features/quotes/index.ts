import { readSdl } from '@adal/service';
import { quotesResolvers } from './quotes.resolvers';

/** What a basket costs at a till, and why. */
export const quotes = {
  typeDefs: readSdl(__dirname, 'quotes.graphql', 'priced-basket.graphql'),
  resolvers: quotesResolvers,
};

export { chooseLanguages } from './languages.rules';
export { livePricing, type LivePricing } from './live-pricing';
export { prepareBasket, type PreparedBasket, type PrepareRefusal } from './prepare-basket';
export { presentBasket, presentNotApplied, type Languages, type PresentedBasket } from './present-basket.rules';
export type { SignedBasket } from './quote-purchase';
export { quoteSigner, type QuoteSigner } from './sign-quote';
