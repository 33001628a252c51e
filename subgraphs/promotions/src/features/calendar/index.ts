import { readSdl } from '@adal/service';
import { calendarResolvers } from './calendar.resolvers';

/** What runs when, what meets what, and what to look at before a launch. */
export const calendar = { typeDefs: readSdl(__dirname, 'calendar.graphql'), resolvers: calendarResolvers };
