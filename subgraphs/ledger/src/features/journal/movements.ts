import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { MovementAxis } from './daily-movement.entity';

/** Which movements: of entries before an instant by this time of theirs; of all when it is null. */
export interface MovementsOf {
  readonly axis: MovementAxis;
  readonly before: string | null;
}

/** The instant after this one: what happened at an instant counts as of it. */
export const justAfter = (instant: Date): string => instant.toISOString().replace('Z', '001Z');

/** The end of a day of a time zone. */
export const endOfDay = (day: string, timeZone: string): string => `${day} 24:00:00 ${timeZone}`;

/**
 * Asks of `moved` (day, legal_entity, source, destination, amount): what postings moved, by day of the chain's time zone. Days that
 * are over come from daily_movement; the day that `before` cuts and what was booked since the horizon, from the postings. `sql` names
 * its own parameters from $1 on.
 */
export function queryMoved<T>(
  ctx: LedgerContext,
  { axis, before }: MovementsOf,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  return ctx.db.transaction('REPEATABLE READ', async (tx) => {
    const zone = ctx.config.BUSINESS_TIME_ZONE;
    const until = before ?? 'infinity';
    const { upto, day, first, last } = await findCut(tx, { axis, until, zone });
    // Values, not subqueries: only so does the planner know how few entries there are.
    const own = [axis, zone, until, upto, day, first, last];
    const [$axis, $zone, $until, $upto, $day, $first, $last] = own.map(
      (_, index) => `$${parameters.length + index + 1}`,
    );
    const at = axis === 'BOOKED' ? 'booked_at' : 'occurred_at';
    return tx.query<T[]>(
      `with
         live as (
           select seq, ${at} as at from journal_entry where booked_xid > ${$upto}::bigint and ${at} < ${$until}::timestamptz
           union all
           select seq, ${at} from journal_entry
           where seq between ${$first}::bigint and ${$last}::bigint and booked_xid <= ${$upto}::bigint and ${at} < ${$until}::timestamptz
             and (${at} at time zone ${$zone}::text)::date = ${$day}::date),
         moved as (
           select day, legal_entity, source, destination, amount_minor as amount from daily_movement
           where axis = ${$axis}::movement_axis and day < ${$day}::date
           union all
           select (l.at at time zone ${$zone}::text)::date, p.legal_entity, p.source, p.destination, sum(p.amount_minor)
           from live l join posting p on p.entry_seq = l.seq group by 1, 2, 3, 4)
       ${sql}`,
      [...parameters, ...own],
    );
  });
}

interface Cut {
  /** The horizon. */
  readonly upto: string;
  /** The day that is cut, and the entries among which its own are. */
  readonly day: string;
  readonly first: string | null;
  readonly last: string | null;
}

/** No horizon yet, or one of another time zone's days: everything comes from the postings. */
const NOTHING: Cut = { upto: String(-(2n ** 63n)), day: '-infinity', first: null, last: null };

async function findCut(
  tx: EntityManager,
  { axis, until, zone }: { axis: MovementAxis; until: string; zone: string },
): Promise<Cut> {
  const rows: Cut[] = await tx.query(
    `select h.upto_xid as upto, c.day::text as day, min(d.first_seq) as first, max(d.last_seq) as last
     from movement_horizon h cross join (select ($2::timestamptz at time zone $1::text)::date as day) c
     left join daily_movement d on d.axis = $3::movement_axis and d.day = c.day
     where h.time_zone = $1 group by 1, 2`,
    [zone, until, axis],
  );
  return rows[0] ?? NOTHING;
}
