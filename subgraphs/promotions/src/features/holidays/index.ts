import { readSdl } from '@adal/service';
import { holidaysResolvers } from './holidays.resolvers';

/** The chain's calendar. */
export const holidays = { typeDefs: readSdl(__dirname, 'holidays.graphql'), resolvers: holidaysResolvers };

export { holidaysBackfill } from './backfill-holidays';
export { HolidayRow, IS_HOLIDAY, type CalendarDay } from './holiday.entity';
