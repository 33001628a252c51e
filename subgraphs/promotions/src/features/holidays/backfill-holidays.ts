import { backfillPage, HolidayChanged, sealEvent, type BackfillSource, type HolidaySnapshot } from '@adal/events';
import { TOLD } from './change-calendar';

const DAYS_MAX = 2_000;

/** The calendar as it is, by day: told again to whoever asks (ADR 25). */
export const holidaysBackfill: BackfillSource = {
  kind: 'holidays',
  tables: ['holiday'],
  page: async (db, after, origin) => {
    const rows: HolidaySnapshot[] = await db.query(
      `select ${TOLD} from holiday where (day, key) > ($1::date, $2) order by holiday.day, key limit $3`,
      [...(after?.split(' ') ?? ['-infinity', '']), DAYS_MAX],
    );
    return backfillPage(
      rows,
      DAYS_MAX,
      ({ day, key }) => `${day} ${key}`,
      (holidays) => [sealEvent(HolidayChanged, { holidays: [...holidays] }, origin)],
    );
  },
};
