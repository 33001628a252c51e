import { badInput, connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import type { MemberReference } from '../../graphql/references';
import { binder } from '../../store/binder';
import { NOBODY } from '../../store/tables';
import type { RfmInput } from '../../generated/graphql';
import { askedFor } from './rfm.queries';
import { cellsOf } from './rfm.rules';
import { scoringOf } from './rfm-report';
import { scoredMembers } from './rfm.question';

/** A member of a cell, and what put them there. */
export interface RfmMember {
  readonly id: string;
  readonly member: MemberReference;
  readonly cell: string;
  readonly daysSince: number;
  readonly purchases: number;
  readonly revenueMinor: bigint;
}

/** A page of them. */
export type RfmMembers = Connection<RfmMember>;

/** A page of members of cells, by id. */
export async function rfmMembers(
  ctx: AnalyticsContext,
  input: RfmInput,
  cells: readonly string[],
  page: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Promise<RfmMembers> {
  const asked = await askedFor(ctx, input);
  const known = cellsOf(asked.grid.axes);
  const unknown = cells.filter((cell) => !known.includes(cell));
  if (unknown.length > 0) throw badInput(`There is no cell ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  const size = pageSize(page.first);
  const [from] = decodeCursor(page.after, 1) ?? [NOBODY];
  const { bind, parameters } = binder();
  const rows = await ctx.store.query({
    sql: `SELECT q.member_id AS member_id, q.cell AS cell, q.since AS since, q.purchases AS purchases, q.revenue_minor AS revenue_minor
      FROM (${scoredMembers(bind, scoringOf(asked))}) AS q
      WHERE q.cell IN ${bind('Array(String)', cells)} AND q.member_id > ${bind('UUID', isUuid(String(from)) ? String(from) : NOBODY)}
      ORDER BY q.member_id LIMIT ${bind('UInt32', size + 1)}`,
    parameters,
  });
  const members = rows.map((row): RfmMember => {
    const id = String(row['member_id']);
    return {
      id,
      member: { id },
      cell: String(row['cell']),
      daysSince: Number(row['since']),
      purchases: Number(row['purchases']),
      revenueMinor: BigInt(String(row['revenue_minor'])),
    };
  });
  return connectionOf(members, size, page.after, ({ id }) => [id]);
}
