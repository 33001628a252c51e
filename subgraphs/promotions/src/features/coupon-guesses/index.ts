import { readSdl } from '@adal/service';
import { couponGuessesResolvers } from './coupon-guesses.resolvers';

/** Who tries codes that do not exist. */
export const couponGuesses = {
  typeDefs: readSdl(__dirname, 'coupon-guesses.graphql'),
  resolvers: couponGuessesResolvers,
};

export { forgetGuesses } from './forget-guesses';
export { CouponGuess, CouponIncident, type IncidentPage } from './guess.entity';
export { holdBack, type HoldBack } from './hold-back';
export { noteGuesses } from './note-guesses';
