import { badInput } from '@adal/service';
import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import type { RfmInput } from '../../generated/graphql';
import { RfmVersion } from './rfm.entity';
import { findGrid, RFM_GRIDS, type RfmGrid, type RfmSettings } from './rfm.grids';
import { settingsFault } from './rfm.rules';
import { settingsOf } from './rfm.settings';

/** A grid as it is cut now. */
export interface RfmGridNow {
  readonly grid: RfmGrid;
  readonly settings: RfmSettings;
  /** 0 before anybody changed it. */
  readonly version: number;
  readonly savedBy: string | null;
  readonly savedAt: Date | null;
}

export async function gridNow(db: Pick<EntityManager, 'getRepository'>, grid: RfmGrid): Promise<RfmGridNow> {
  const last = await db.getRepository(RfmVersion).findOne({ where: { gridId: grid.id }, order: { version: 'DESC' } });
  return {
    grid,
    settings: last ? { windowDays: last.windowDays, cuts: last.cuts } : grid.defaults,
    version: last?.version ?? 0,
    savedBy: last?.savedBy ?? null,
    savedAt: last?.savedAt ?? null,
  };
}

export const gridsNow = (db: Pick<EntityManager, 'getRepository'>): Promise<RfmGridNow[]> =>
  Promise.all(RFM_GRIDS.map((grid) => gridNow(db, grid)));

/** A grid to be worked out: as it is cut now, or as the caller would cut it. */
export interface RfmAsked {
  readonly grid: RfmGrid;
  readonly settings: RfmSettings;
  readonly day: string;
}

export async function askedFor(ctx: AnalyticsContext, input: RfmInput): Promise<RfmAsked> {
  const grid = getGrid(input.gridId);
  const settings = input.settings ? settingsOf(grid, input.settings) : (await gridNow(ctx.db, grid)).settings;
  const fault = settingsFault(grid, settings);
  if (fault) throw badInput(`settings.${fault.field}: ${fault.message}`);
  return { grid, settings, day: input.day ?? todayOf(ctx) };
}

export function getGrid(id: string): RfmGrid {
  const grid = findGrid(id);
  if (!grid) throw badInput(`There is no grid ${id}. There are: ${RFM_GRIDS.map((one) => one.id).join(', ')}.`);
  return grid;
}

export const todayOf = ({ now, config }: Pick<AnalyticsContext, 'now' | 'config'>): string =>
  DateTime.fromJSDate(now, { zone: config.BUSINESS_TIME_ZONE }).toFormat('yyyy-MM-dd');
