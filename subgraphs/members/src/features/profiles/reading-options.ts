import { DateTime } from 'luxon';
import type { MembersContext } from '../../context';
import type { ReadingOptions } from './member-fields.rules';

/** Today in the chain's time zone, and its country. */
export function readingOptions({ now, config }: MembersContext): ReadingOptions {
  const today = DateTime.fromJSDate(now, { zone: config.BUSINESS_TIME_ZONE }).toFormat('yyyy-MM-dd');
  return { today, country: config.PROGRAMME_COUNTRY };
}
