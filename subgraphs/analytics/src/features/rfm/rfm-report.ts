import type { AnalyticsContext } from '../../context';
import type { AnalyticsStore, Row } from '../../store/analytics-store';
import { binder } from '../../store/binder';
import type { RfmInput } from '../../generated/graphql';
import { askedFor, type RfmAsked } from './rfm.queries';
import { RFM_COLUMNS, scoredMembers, type RfmScoring } from './rfm.question';
import { boundsOf, cellsOf, type RfmBounds } from './rfm.rules';

/** What the members of a cell come to. */
export interface RfmCell extends Pick<RfmAsked, 'grid'> {
  readonly key: string;
  readonly members: number;
  readonly purchases: number;
  readonly revenueMinor: bigint;
  /** Of all members, and of all revenue. */
  readonly share: number;
  readonly revenueShare: number | null;
}

export interface RfmReport extends RfmAsked {
  readonly bounds: RfmBounds;
  readonly members: number;
  readonly revenueMinor: bigint;
  readonly cells: readonly RfmCell[];
}

/** The grid that is asked for, with everybody on it. */
export async function rfmReport(ctx: AnalyticsContext, input: RfmInput): Promise<RfmReport> {
  return rfmOf(ctx.store, await askedFor(ctx, input));
}

/** Scores all members by one question, and says what each cell comes to; every cell is there, an empty one too. */
export async function rfmOf(store: AnalyticsStore, asked: RfmAsked): Promise<RfmReport> {
  const { bind, parameters } = binder();
  const worst = asked.grid.axes.map(
    ({ measure }, index) => `${measure === 'RECENCY' ? 'max' : 'min'}(q.${RFM_COLUMNS[measure]}) AS w${index}`,
  );
  const rows = await store.query({
    sql: `SELECT q.cell AS cell, count() AS members, sum(q.purchases) AS purchases, sum(q.revenue_minor) AS revenue_minor,
      ${worst.join(', ')} FROM (${scoredMembers(bind, scoringOf(asked))}) AS q GROUP BY q.cell`,
    parameters,
  });
  return reportOf(asked, rows);
}

/** How the asked-for grid scores. */
export const scoringOf = ({ grid, settings, day }: RfmAsked): RfmScoring => ({
  axes: grid.axes,
  day,
  windowDays: settings.windowDays,
  bounds: settings.cuts,
});

function reportOf(asked: RfmAsked, rows: readonly Row[]): RfmReport {
  const { grid, settings } = asked;
  const found = new Map(rows.map((row) => [String(row['cell']), row]));
  const members = rows.reduce((sum, row) => sum + Number(row['members']), 0);
  const revenueMinor = rows.reduce((sum, row) => sum + bigintOf(row['revenue_minor']), 0n);
  const ranges = rows.map((row) => ({
    cell: String(row['cell']),
    worst: grid.axes.map((_, index) => Number(row[`w${index}`])),
  }));
  const cells = cellsOf(grid.axes).map((key): RfmCell => {
    const row = found.get(key);
    const revenue = bigintOf(row?.['revenue_minor']);
    return {
      grid,
      key,
      members: Number(row?.['members'] ?? 0),
      purchases: Number(row?.['purchases'] ?? 0),
      revenueMinor: revenue,
      share: members === 0 ? 0 : Number(row?.['members'] ?? 0) / members,
      revenueShare: revenueMinor > 0n ? Number(revenue) / Number(revenueMinor) : null,
    };
  });
  return { ...asked, bounds: boundsOf(grid, settings, ranges), members, revenueMinor, cells };
}

const bigintOf = (value: Row[string] | undefined): bigint => BigInt(String(value ?? 0));
