import { HolidayChanged, recordEvent, type HolidaySnapshot } from '@adal/events';
import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { CalendarDay } from './holiday.entity';

/** Changes the calendar and tells the others what changed. One change at a time, so that revisions grow in the order of changes. */
export function changeCalendar(
  ctx: PromotionsContext,
  change: (tx: EntityManager) => Promise<readonly HolidaySnapshot[]>,
): Promise<readonly HolidaySnapshot[]> {
  return inTransaction(ctx.db, async (tx) => {
    await tx.query('lock table holiday in share row exclusive mode');
    const holidays = await change(tx);
    if (holidays.length > 0) await recordEvent(tx, HolidayChanged, { holidays: [...holidays] }, ctx);
    return holidays;
  });
}

/** Puts a day in; answers nothing when it is there already, just so. */
export function putDay(tx: EntityManager, holiday: CalendarDay): Promise<HolidaySnapshot[]> {
  const { day, key, kind, nameRu, nameKk, nameEn } = holiday;
  return tx.query(
    `insert into holiday as known (day, key, kind, name_ru, name_kk, name_en, revision)
     values ($1, $2, $3, $4, $5, $6, nextval('holiday_revision'))
     on conflict (day, key) do update set kind = excluded.kind, name_ru = excluded.name_ru, name_kk = excluded.name_kk,
       name_en = excluded.name_en, revision = excluded.revision
     where (known.kind, known.name_ru, known.name_kk, known.name_en)
       is distinct from (excluded.kind, excluded.name_ru, excluded.name_kk, excluded.name_en)
     returning ${TOLD}`,
    [day, key, kind, nameRu, nameKk, nameEn],
  );
}

/** Takes a day out; answers nothing when it is not there. */
export async function takeDayOut(tx: EntityManager, day: string, key: string): Promise<HolidaySnapshot[]> {
  const [gone]: [HolidaySnapshot[]] = await tx.query(
    `delete from holiday where day = $1 and key = $2
     returning day::text, key, nextval('holiday_revision')::float8 as revision, null as kind`,
    [day, key],
  );
  return gone;
}

/** Columns of a snapshot. */
export const TOLD = 'day::text, key, revision::float8, kind';
