import { readSdl } from '@adal/service';
import { resolvers } from './reservations.resolvers';

export const reservations = { typeDefs: readSdl(__dirname, 'reservations.graphql'), resolvers };
export { Reservation } from './reservation.entity';
