import { badInput, requirePermission } from '@adal/service';
import { Between } from 'typeorm';
import type { Resolvers } from '../../generated/graphql';
import { changeCalendar, takeDayOut } from './change-calendar';
import { HolidayRow } from './holiday.entity';
import { saveHoliday } from './save-holiday';

const DAYS_MAX = 3_660;
const MS_PER_DAY = 86_400_000;

export const holidaysResolvers: Resolvers = {
  Query: {
    holidays: (_, { from, to }, ctx) => {
      requirePermission(ctx, 'programme.read');
      if (Date.parse(to) - Date.parse(from) > DAYS_MAX * MS_PER_DAY) throw badInput('At most ten years at once.');
      return ctx.db
        .getRepository(HolidayRow)
        .find({ where: { day: Between(from, to) }, order: { day: 'asc', key: 'asc' } });
    },
  },
  Mutation: {
    saveHoliday: (_, { input }, ctx) => {
      requirePermission(ctx, 'programme.write');
      return saveHoliday(ctx, input);
    },
    removeHoliday: async (_, { input: { day, key } }, ctx) => {
      requirePermission(ctx, 'programme.write');
      const gone = await changeCalendar(ctx, (tx) => takeDayOut(tx, day, key));
      return { removed: gone.length > 0 };
    },
  },
  Holiday: {
    name: ({ nameRu, nameKk, nameEn }, { language }) => ({ ru: nameRu, kk: nameKk, en: nameEn })[language] ?? nameEn,
  },
};
