import type { EntityManager } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import { RfmKeptBounds } from './rfm.entity';
import { RFM_GRIDS, type RfmGrid } from './rfm.grids';
import { gridNow, todayOf } from './rfm.queries';
import type { RfmScoring } from './rfm.question';
import { rfmOf } from './rfm-report';

type BoundsContext = Pick<AnalyticsContext, 'store' | 'now' | 'config'>;

/** After an import there may be many more members than the bounds of the morning were made of. */
const GROWTH_MAX = 1.5;

/** Makes the bounds of a grid anew when the day, its settings or its size ask for it; answers whether it did. */
export async function keepBounds(ctx: BoundsContext, tx: EntityManager, grid: RfmGrid): Promise<boolean> {
  const { settings, version } = await gridNow(tx, grid);
  const day = todayOf(ctx);
  const kept = await tx.findOneBy(RfmKeptBounds, { gridId: grid.id });
  const isFresh = kept?.day === day && kept.version === version;
  if (isFresh && (await buyers(ctx)) <= kept.members * GROWTH_MAX) return false;
  const { bounds, members } = await rfmOf(ctx.store, { grid, settings, day });
  // Nobody shows where scores begin: the first who buy will.
  if (members === 0 && !kept) return false;
  await tx.save(RfmKeptBounds, {
    ...{ gridId: grid.id, version, day, windowDays: settings.windowDays },
    ...{ bounds: bounds.map((one) => [...one]), members: Math.max(members, await buyers(ctx)) },
  });
  return true;
}

async function buyers({ store }: BoundsContext): Promise<number> {
  const [row] = await store.query({ sql: 'SELECT count() AS members FROM member_features', parameters: {} });
  return Number(row?.['members'] ?? 0);
}

/** How each grid scores by the bounds that are kept; a grid without any has nobody on it. */
export async function keptScorings(tx: EntityManager): Promise<ReadonlyMap<string, RfmScoring>> {
  const rows = await tx.find(RfmKeptBounds);
  return new Map(
    rows.flatMap(({ gridId, day, windowDays, bounds }) => {
      const grid = RFM_GRIDS.find(({ id }) => id === gridId);
      return grid ? [[gridId, { axes: grid.axes, day, windowDays, bounds }] as const] : [];
    }),
  );
}
