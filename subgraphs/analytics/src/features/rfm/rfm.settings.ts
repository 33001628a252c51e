import type { RfmSettingsInput } from '../../generated/graphql';
import type { RfmCut, RfmGrid, RfmMeasure, RfmSettings } from './rfm.grids';

/** Thousandths, as decimals travel, of a day, a purchase, and a minor unit of money. */
const MILLI = { RECENCY: 1_000n, FREQUENCY: 1_000n, MONEY: 10n } as const;

/** Settings as they travel, in whole days and purchases and units of currency. A bound that is no whole number is refused later. */
export function settingsOf(grid: RfmGrid, { windowDays, cuts }: RfmSettingsInput): RfmSettings {
  return {
    windowDays,
    cuts: cuts.map(({ bounds }, index): RfmCut => {
      const measure = grid.axes[index]?.measure ?? 'FREQUENCY';
      return bounds ? bounds.map((bound) => Number(bound) / Number(MILLI[measure])) : null;
    }),
  };
}

/** Bounds as they travel. */
export const printedBounds = (measure: RfmMeasure, bounds: readonly number[]): bigint[] =>
  bounds.map((bound) => BigInt(bound) * MILLI[measure]);
