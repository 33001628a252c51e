import { readSdl } from '@adal/service';
import { resolvers } from './reservations.resolvers';

/** A till holds points and limits for a while. */
export const reservations = { typeDefs: readSdl(__dirname, 'reservations.graphql'), resolvers };
export { releaseExpiredHolds } from './release-expired-holds';
export { Reservation } from './reservation.entity';
