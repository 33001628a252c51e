import { badInput } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { LiabilityAxis, LiabilityGrain } from '../../generated/graphql';
import { endOfDay, justAfter, queryMoved } from '../journal';

/** Sums of wallets, and the same by the programme's accounts. */
export interface LiabilitySums {
  readonly legalEntity: string | null;
  readonly available: bigint;
  readonly pending: bigint;
  readonly held: bigint;
  /** Positive. */
  readonly owed: bigint;
  readonly control: bigint;
}

export interface LiabilityPoint {
  readonly day: string;
  readonly figures: LiabilitySums;
}

const WALLET = ['AVAILABLE', 'PENDING', 'HELD', 'OWED'] as const;

/** What accounts gained, of rows with source, destination and amount. */
const gained = (accounts: readonly string[]): string => {
  const list = accounts.map((account) => `'${account}'`).join(', ');
  return `coalesce(sum(case when destination in (${list}) then amount else 0 end - case when source in (${list}) then amount else 0 end), 0)`;
};
const FIGURES = `${gained(['AVAILABLE'])} as available, ${gained(['PENDING'])} as pending, ${gained(['HELD'])} as held,
  -${gained(['OWED'])} as owed, -${gained(['ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED', 'MIGRATED'])} as control`;

type FigureRow = Record<'available' | 'pending' | 'held' | 'owed' | 'control', string>;

/** What was owed at an instant, by legal entity. */
export async function readLiability(
  ctx: LedgerContext,
  asOf: Date,
  legalEntity: string | null,
  axis: LiabilityAxis,
): Promise<LiabilitySums[]> {
  const rows = await queryMoved<FigureRow & { legal_entity: string }>(
    ctx,
    { axis, before: justAfter(asOf) },
    `select legal_entity, ${FIGURES} from moved where $1::text is null or legal_entity = $1 group by legal_entity order by legal_entity`,
    [legalEntity],
  );
  return rows.map((row) => figuresOf(row, row.legal_entity));
}

const POINTS_MAX = 1_000;

/** What was owed at the end of each day, week or month: running sums of what moved. */
export async function readLiabilitySeries(
  ctx: LedgerContext,
  { from, to, grain, legalEntity, axis }: SeriesOf,
): Promise<LiabilityPoint[]> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (!(days >= 1)) throw badInput('to must not be before from.');
  if (days / GRAIN_DAYS[grain] > POINTS_MAX) throw badInput(`Ask for at most ${POINTS_MAX} points.`);
  const rows = await queryMoved<FigureRow & { day: string }>(
    ctx,
    { axis, before: endOfDay(to, ctx.config.BUSINESS_TIME_ZONE) },
    `, step as (
         select s::date as start, least((s + interval '1 ${grain}')::date - 1, $2::date) as last
         from generate_series(date_trunc('${grain}', $1::date::timestamp), $2::date::timestamp, interval '1 ${grain}') s),
       gain as (
         select greatest(date_trunc('${grain}', day::timestamp)::date, date_trunc('${grain}', $1::date::timestamp)::date) as start, ${FIGURES}
         from moved where $3::text is null or legal_entity = $3 group by 1)
     select s.last::text as day, ${RUNNING} from step s left join gain g on g.start = s.start order by s.start`,
    [from, to, legalEntity],
  );
  return rows.map((row) => ({ day: row.day, figures: figuresOf(row, legalEntity) }));
}

export interface SeriesOf {
  readonly from: string;
  readonly to: string;
  readonly grain: LiabilityGrain;
  readonly legalEntity: string | null;
  readonly axis: LiabilityAxis;
}

const GRAIN_DAYS: Record<LiabilityGrain, number> = { DAY: 1, WEEK: 7, MONTH: 28 };
const RUNNING = ['available', 'pending', 'held', 'owed', 'control']
  .map((figure) => `sum(coalesce(g.${figure}, 0)) over (order by s.start) as ${figure}`)
  .join(', ');

function figuresOf(row: FigureRow, legalEntity: string | null): LiabilitySums {
  return {
    legalEntity,
    available: BigInt(row.available),
    pending: BigInt(row.pending),
    held: BigInt(row.held),
    owed: BigInt(row.owed),
    control: BigInt(row.control),
  };
}

/** Points issued in one month, and what became of them. */
export interface Cohort {
  readonly month: string;
  readonly issued: bigint;
  readonly spent: bigint;
  readonly expired: bigint;
  readonly reversed: bigint;
  readonly outstanding: bigint;
}

/** What became of points, by the month of the entry that issued them. */
export async function readBreakage(ctx: LedgerContext, asOf: Date, legalEntity: string | null): Promise<Cohort[]> {
  const rows: Record<keyof Cohort, string>[] = await ctx.db.query(
    `with
       of_lot as (
         select p.lot_id, min(e.occurred_at) as born_at, p.source, p.destination, sum(p.amount_minor) as amount
         from posting p join journal_entry e on e.seq = p.entry_seq
         where e.occurred_at <= $1 and ($2::text is null or p.legal_entity = $2) group by p.lot_id, p.source, p.destination),
       lot_sum as (
         select lot_id, min(born_at) as born_at, ${gained(['REDEEMED'])} as spent, ${gained(['EXPIRED'])} as expired,
           ${gained(WALLET)} as outstanding, ${gained(['ISSUED', 'ADJUSTED', 'MIGRATED'])} as back
         from of_lot group by lot_id)
     select date_trunc('month', s.born_at at time zone $3)::date::text as month,
       sum(case when l.source = 'RETURN' then 0 else l.amount_minor end) as issued, sum(s.spent) as spent, sum(s.expired) as expired,
       sum(s.back + case when l.source = 'RETURN' then 0 else l.amount_minor end) as reversed, sum(s.outstanding) as outstanding
     from lot_sum s join lot l on l.id = s.lot_id group by 1 order by 1`,
    [asOf, legalEntity, ctx.config.BUSINESS_TIME_ZONE],
  );
  return rows.map(({ month, ...sums }) => ({
    month,
    issued: BigInt(sums.issued),
    spent: BigInt(sums.spent),
    expired: BigInt(sums.expired),
    reversed: BigInt(sums.reversed),
    outstanding: BigInt(sums.outstanding),
  }));
}
