import { badInput, connectionOf, decodeCursor, pageSize, type Connection } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { PageRequest } from '../../graphql/page-request';
import type { AccountKind } from '../journal';

/** What an entry did to an account. */
export interface AccountEntryView {
  readonly seq: bigint;
  readonly amount: bigint;
}

export type AccountEntryPage = Connection<AccountEntryView>;

/** Whose entries are asked for: of an account, of one legal entity or of all, that happened in a period. */
export interface EntriesOf {
  readonly account: AccountKind;
  readonly legalEntity: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Entries of an account by keyset, the last booked first. */
export async function listAccountEntries(
  ctx: LedgerContext,
  of: EntriesOf,
  page: PageRequest,
): Promise<AccountEntryPage> {
  const size = pageSize(page.first);
  const after = cursorOf(page.after);
  const among = of.from || of.to ? await findBounds(ctx, of) : ALL;
  const rows = among ? await readEntries(ctx, of, { ...among, before: after, size: size + 1 }) : [];
  return connectionOf(rows, size, page.after, ({ seq }) => [seq.toString()]);
}

const SEQ_MAX = 2n ** 63n - 1n;

function cursorOf(after: string | null | undefined): bigint {
  const [seq] = decodeCursor(after, 1) ?? [SEQ_MAX.toString()];
  if (typeof seq !== 'string' || !/^\d{1,19}$/.test(seq) || BigInt(seq) > SEQ_MAX)
    throw badInput('after is not a cursor of this list.');
  return BigInt(seq);
}

/** Places in the journal between which entries of the period stand. */
interface Bounds {
  readonly first: string;
  readonly last: string;
}
const ALL: Bounds = { first: '0', last: String(SEQ_MAX) };

/** What was booked long before or after the period is passed over; null: nothing happened in it. */
async function findBounds(ctx: LedgerContext, { account, legalEntity, from, to }: EntriesOf): Promise<Bounds | null> {
  const rows: { first: string | null; last: string | null }[] = await ctx.db.query(
    `with horizon as (select upto_xid from movement_horizon where time_zone = $5)
     select min(b.first_seq) as first, max(b.last_seq) as last from (
       select d.first_seq, d.last_seq from daily_movement d, horizon
       where d.axis = 'OCCURRED' and $1::account_kind in (d.source, d.destination) and ($2::text is null or d.legal_entity = $2)
         and d.day between ($3::timestamptz at time zone $5)::date and ($4::timestamptz at time zone $5)::date
       union all
       select e.seq, e.seq from journal_entry e
       where e.booked_xid > coalesce((select upto_xid from horizon), $6::bigint) and e.occurred_at >= $3 and e.occurred_at < $4) b`,
    [account, legalEntity, from ?? '-infinity', to ?? 'infinity', ctx.config.BUSINESS_TIME_ZONE, String(-SEQ_MAX)],
  );
  const { first, last } = rows[0] ?? {};
  return first && last ? { first, last } : null;
}

interface Reading extends Bounds {
  readonly before: bigint;
  readonly size: number;
}

/** Each pair of accounts of each legal entity is a range of an index, of which the last few are read. */
async function readEntries(
  ctx: LedgerContext,
  { account, legalEntity, from, to }: EntriesOf,
  { first, last, before, size }: Reading,
): Promise<AccountEntryView[]> {
  const rows: { seq: string; amount: string }[] = await ctx.db.query(
    `with recursive
       entity as (
         select coalesce($2, (select min(legal_entity) from posting)) as name
         union all
         select (select min(p.legal_entity) from posting p where p.legal_entity > e.name) from entity e where e.name is not null and $2::text is null),
       side as (
         select e.name, pair.source, pair.destination
         from entity e, unnest(enum_range(null::account_kind)) other,
           lateral (values ($1::account_kind, other), (other, $1::account_kind)) pair(source, destination)
         where e.name is not null and other <> $1::account_kind),
       found as (
         select distinct f.entry_seq from side s cross join lateral (
           select p.entry_seq from posting p
           where p.legal_entity = s.name and p.source = s.source and p.destination = s.destination
             and p.entry_seq < $3 and p.entry_seq between $4 and $5
             and (select e.occurred_at >= $6 and e.occurred_at < $7 from journal_entry e where e.seq = p.entry_seq)
             -- An entry that moved several lots counts once.
             and not exists (select from posting o where o.entry_seq = p.entry_seq and o.source = p.source and o.destination = p.destination
               and o.legal_entity = p.legal_entity and o.lot_id > p.lot_id)
           -- The whole of the index's order: no other index gives it.
           order by p.legal_entity desc, p.source desc, p.destination desc, p.entry_seq desc limit $8) f
         order by f.entry_seq desc limit $8)
     select p.entry_seq as seq, sum(case p.destination when $1::account_kind then p.amount_minor else -p.amount_minor end) as amount
     from found f join posting p on p.entry_seq = f.entry_seq
     where $1::account_kind in (p.source, p.destination) and ($2::text is null or p.legal_entity = $2)
     group by p.entry_seq order by p.entry_seq desc`,
    [account, legalEntity, before, first, last, from ?? '-infinity', to ?? 'infinity', size],
  );
  return rows.map((row) => ({ seq: BigInt(row.seq), amount: BigInt(row.amount) }));
}
