import { readSdl } from '@adal/service';
import { cardsResolvers } from './cards.resolvers';

/** What members are identified by at the till. */
export const cards = { typeDefs: readSdl(__dirname, 'cards.graphql'), resolvers: cardsResolvers };

export { Card } from './card.entity';
export { readCardNumber } from './card-number.rules';
export { cardTaken } from './card.refusals';
export { cardsOfMemberLoader } from './card.loaders';
export { giveCard } from './give-card';
