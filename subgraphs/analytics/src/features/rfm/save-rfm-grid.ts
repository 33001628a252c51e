import { inTransaction } from '@adal/service';
import { isDeepStrictEqual } from 'node:util';
import type { AnalyticsContext } from '../../context';
import type { SaveRfmGridInput } from '../../generated/graphql';
import { RfmVersion } from './rfm.entity';
import { getGrid, gridNow, type RfmGridNow } from './rfm.queries';
import { settingsFault } from './rfm.rules';
import { settingsOf } from './rfm.settings';

export type SaveRfmGridOutcome =
  | { readonly __typename: 'RfmGridSaved'; readonly grid: RfmGridNow }
  | {
      readonly __typename: 'RfmGridInvalid';
      readonly code: 'RFM_GRID_INVALID';
      readonly message: string;
      readonly field: string;
    }
  | {
      readonly __typename: 'RfmGridChanged';
      readonly code: 'RFM_GRID_CHANGED';
      readonly message: string;
      readonly grid: RfmGridNow;
    };

/** Cuts a grid anew from now on. What it is cut like already is no change. */
export async function saveRfmGrid(ctx: AnalyticsContext, input: SaveRfmGridInput): Promise<SaveRfmGridOutcome> {
  const grid = getGrid(input.gridId);
  const settings = settingsOf(grid, input.settings);
  const fault = settingsFault(grid, settings);
  if (fault)
    return {
      __typename: 'RfmGridInvalid',
      code: 'RFM_GRID_INVALID',
      message: fault.message,
      field: `settings.${fault.field}`,
    };
  return inTransaction(ctx.db, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('rfm ' || $1, 0))", [grid.id]);
    const known = await gridNow(tx, grid);
    if (isDeepStrictEqual(known.settings, settings)) return { __typename: 'RfmGridSaved', grid: known };
    if (known.version !== input.version) return changed(known);
    const version = known.version + 1;
    await tx.insert(RfmVersion, {
      ...{ gridId: grid.id, version, windowDays: settings.windowDays, cuts: [...settings.cuts] },
      ...{ savedBy: ctx.actor.name, savedAt: ctx.now },
    });
    return { __typename: 'RfmGridSaved', grid: await gridNow(tx, grid) };
  });
}

const changed = (grid: RfmGridNow): SaveRfmGridOutcome => ({
  __typename: 'RfmGridChanged',
  code: 'RFM_GRID_CHANGED',
  message: `Version ${grid.version} was saved meanwhile: look at it before you save yours.`,
  grid,
});
