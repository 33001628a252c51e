import { badInput } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { binder } from '../../store/binder';
import type { RfmInput } from '../../generated/graphql';
import { askedFor } from './rfm.queries';
import { scoringOf } from './rfm-report';
import { scoredMembers } from './rfm.question';

/** Members who were in one cell and are in another; null is outside, without a purchase in the window. */
export interface RfmFlow {
  readonly from: string | null;
  readonly to: string | null;
  readonly members: number;
}

/** Who moved between two days. Both are cut by the same settings; parts of equal size are cut anew for each day. */
export async function rfmMigration(ctx: AnalyticsContext, input: RfmInput, since: string): Promise<RfmFlow[]> {
  const asked = await askedFor(ctx, input);
  if (since >= asked.day) throw badInput('since must lie before the day of the grid.');
  const { bind, parameters } = binder();
  const before = scoredMembers(bind, { ...scoringOf(asked), day: since });
  const after = scoredMembers(bind, scoringOf(asked));
  const rows = await ctx.store.query({
    sql: `SELECT p.before_cell AS before_cell, p.after_cell AS after_cell, count() AS members FROM (
        SELECT u.member_id AS member_id, max(u.before_cell) AS before_cell, max(u.after_cell) AS after_cell FROM (
          SELECT x.member_id AS member_id, x.cell AS before_cell, '' AS after_cell FROM (${before}) AS x
          UNION ALL SELECT y.member_id AS member_id, '' AS before_cell, y.cell AS after_cell FROM (${after}) AS y) AS u
        GROUP BY u.member_id) AS p
      GROUP BY p.before_cell, p.after_cell ORDER BY members DESC, before_cell, after_cell`,
    parameters,
  });
  const cellIn = (value: unknown): string | null => (value === '' ? null : String(value));
  return rows.map((row) => ({
    from: cellIn(row['before_cell']),
    to: cellIn(row['after_cell']),
    members: Number(row['members']),
  }));
}
