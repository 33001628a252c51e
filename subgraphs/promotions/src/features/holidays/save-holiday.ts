import type { PromotionsContext } from '../../context';
import type { SaveHolidayInput } from '../../generated/graphql';
import { changeCalendar, putDay, takeDayOut } from './change-calendar';
import type { CalendarDay } from './holiday.entity';

export type SaveHolidayOutcome = { __typename: 'HolidaySaved'; holiday: CalendarDay } | HolidayInvalid;

interface HolidayInvalid {
  __typename: 'HolidayInvalid';
  code: 'HOLIDAY_INVALID';
  field: string;
  message: string;
}

const KEY = /^[A-Z0-9][A-Z0-9_]{0,39}$/;
const NAME = /^[^\p{Cc}]{1,100}$/u;

/** Puts a holiday on its day, as often as it is sent; `movedFrom` empties the day it was on. */
export async function saveHoliday(ctx: PromotionsContext, input: SaveHolidayInput): Promise<SaveHolidayOutcome> {
  const { day, kind, movedFrom } = input;
  const key = input.key.trim().toUpperCase();
  if (!KEY.test(key)) return invalid('key', 'must be 1 to 40 capitals, digits and underscores');
  const names = { nameRu: input.nameRu.trim(), nameKk: input.nameKk.trim(), nameEn: input.nameEn.trim() };
  const nameless = Object.entries(names).find(([, name]) => !NAME.test(name));
  if (nameless !== undefined) return invalid(nameless[0], 'must be 1 to 100 printable characters');
  await changeCalendar(ctx, async (tx) => [
    ...(movedFrom && movedFrom !== day ? await takeDayOut(tx, movedFrom, key) : []),
    ...(await putDay(tx, { day, key, kind, ...names })),
  ]);
  return { __typename: 'HolidaySaved', holiday: { day, key, kind, ...names } };
}

const invalid = (field: string, fault: string): HolidayInvalid => ({
  __typename: 'HolidayInvalid',
  code: 'HOLIDAY_INVALID',
  field,
  message: `The field ${field} ${fault}.`,
});
