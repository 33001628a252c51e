import type { EntityManager } from 'typeorm';
import { KEPT_DAYS } from '../limits';

/** A law of the books: a query that answers the first row that breaks it. */
export interface LedgerCheck {
  readonly sql: string;
  /** True when it can look at one member alone. */
  readonly ofMember: boolean;
}

/** What the laws look at. */
export interface CheckScope {
  /** Entries booked before are left out where a law does not need them. */
  readonly since: Date | null;
  readonly memberId: string | null;
}

/** Asks a law: the fault it finds, or null. */
export async function findFault(
  tx: EntityManager,
  { sql, ofMember }: LedgerCheck,
  scope: CheckScope,
): Promise<string | null> {
  if (!ofMember && scope.memberId !== null) return null;
  const rows: { fault: string }[] = await tx.query(
    `with asked as (select $1::timestamptz as since, $2::uuid as member) ${sql}`,
    [scope.since ?? new Date(0), scope.memberId],
  );
  return rows[0]?.fault ?? null;
}

const ofMember = (sql: string): LedgerCheck => ({ sql, ofMember: true });
const ofAll = (sql: string): LedgerCheck => ({ sql, ofMember: false });

/** Of the member that was asked for, or of anybody. */
const asked = (column: string): string => `($2::uuid is null or ${column} = $2)`;

/** Of that member's entries, lots or receipts. As arrays, which an index is searched for; a subquery beside `or` is not. */
const ENTRIES_ASKED = 'array(select seq from journal_entry where member_id = $2)';
const askedEntry = (column: string): string => `($2::uuid is null or ${column} = any(${ENTRIES_ASKED}))`;
export const askedLot = (column: string): string =>
  `($2::uuid is null or ${column} = any(array(select lot_id from posting where entry_seq = any(${ENTRIES_ASKED}))))`;
const askedPurchase = (column: string): string =>
  `($2::uuid is null or ${column} = any(array(select id from purchase where member_id = $2)))`;

/** What an account of the wallet, or of the programme, gained by a posting. */
const gained = (account: string): string =>
  `case '${account}'::account_kind when p.destination then p.amount_minor when p.source then -p.amount_minor else 0 end`;

/** In order; the first that finds something ends the check. */
export const CHECKS: readonly LedgerCheck[] = [
  ofMember(`
    select format('entry %s (%s of member %s) moves nothing', e.seq, e.kind, e.member_id) as fault
    from journal_entry e left join posting p on p.entry_seq = e.seq where e.booked_at >= $1 and ${asked('e.member_id')} and p.entry_seq is null order by e.seq limit 1`),
  ofAll(`
    select format('posting of entry %s on lot %s belongs to no entry', p.entry_seq, p.lot_id) as fault
    from posting p left join journal_entry e on e.seq = p.entry_seq where e.seq is null order by p.entry_seq limit 1`),
  ofMember(`
    select format('entry %s of member %s moves lot %s, which is not that member''s, or owed by another legal entity', e.seq, e.member_id, p.lot_id) as fault
    from journal_entry e join posting p on p.entry_seq = e.seq left join lot l on l.id = p.lot_id
    where e.booked_at >= $1 and ${asked('e.member_id')} and (l.member_id, l.legal_entity) is distinct from (e.member_id, p.legal_entity) order by e.seq limit 1`),
  ofMember(`
    select format('entry %s of member %s: available after it is %s, pending %s, held %s by its row; %s, %s, %s by history', seq, member_id,
      available_after_minor, pending_after_minor, held_after_minor, available, pending, held) as fault
    from (
      select e.seq, e.member_id, e.available_after_minor, e.pending_after_minor, e.held_after_minor, sum(p.available) over wallet as available,
        sum(p.pending) over wallet as pending, sum(p.held) over wallet as held
      from journal_entry e join (
        select entry_seq, sum(${gained('AVAILABLE')}) as available, sum(${gained('PENDING')}) as pending, sum(${gained('HELD')}) as held
        from posting p where ${askedEntry('entry_seq')} group by entry_seq) p on p.entry_seq = e.seq
      where ${asked('e.member_id')} window wallet as (partition by e.member_id order by e.seq)) h
    where (available_after_minor, pending_after_minor, held_after_minor) <> (available, pending, held) order by seq limit 1`),
  ofMember(`
    select format('entry %s of member %s is number %s of its wallet, it must be %s', seq, member_id, member_seq, place) as fault
    from (select e.seq, e.member_id, e.member_seq, row_number() over (partition by e.member_id order by e.seq) as place
      from journal_entry e where ${asked('e.member_id')}) n
    where member_seq <> place order by seq limit 1`),
  ofMember(`
    select format('entry %s of member %s names purchase %s, which is not there', e.seq, e.member_id, e.purchase_id) as fault
    from journal_entry e left join purchase p on p.id = e.purchase_id
    where e.kind = 'PURCHASE' and e.booked_at >= $1 and ${asked('e.member_id')} and p.member_id is distinct from e.member_id order by e.seq limit 1`),
  ofMember(`
    select format('wallet of member %s: %s entries by its row, %s by history', a.member_id, a.version, coalesce(e.entries, 0)) as fault
    from account a left join (
      select e.member_id, count(*) as entries from journal_entry e where ${asked('e.member_id')} group by e.member_id) e on e.member_id = a.member_id
    where ${asked('a.member_id')} and a.version <> coalesce(e.entries, 0) order by 1 limit 1`),
  ofMember(`
    select format('wallet of member %s: available %s, pending %s, held %s by its row; %s, %s, %s by history',
      coalesce(a.member_id, h.member_id), a.available_minor, a.pending_minor, a.held_minor, h.available, h.pending, h.held) as fault
    from account a full join (
      select e.member_id, sum(${gained('AVAILABLE')}) as available, sum(${gained('PENDING')}) as pending, sum(${gained('HELD')}) as held
      from journal_entry e join posting p on p.entry_seq = e.seq where ${asked('e.member_id')} group by e.member_id) h on h.member_id = a.member_id
    where ${asked('coalesce(a.member_id, h.member_id)')} and (coalesce(a.available_minor, -1), coalesce(a.pending_minor, -1), coalesce(a.held_minor, -1))
      <> (coalesce(h.available, 0), coalesce(h.pending, 0), coalesce(h.held, 0))
    order by 1 limit 1`),
  ofMember(`
    select format('lot %s of member %s: left %s, held %s by its row; %s, %s by its postings', l.id, l.member_id, l.left_minor, l.held_minor, m.left_minor, m.held_minor) as fault
    from lot l left join (
      select lot_id, sum(${gained('AVAILABLE')} + ${gained('PENDING')} + ${gained('HELD')}) as left_minor, sum(${gained('HELD')}) as held_minor
      from posting p where ${askedEntry('p.entry_seq')} group by lot_id) m on m.lot_id = l.id
    where ${asked('l.member_id')} and ${askedLot('l.id')} and (l.left_minor, l.held_minor) is distinct from (m.left_minor, m.held_minor) order by l.id limit 1`),
  ofMember(`
    select format('lot %s of member %s began with %s, entry %s that opened it brought %s', l.id, l.member_id, l.amount_minor, l.opened_by, o.opened) as fault
    from lot l left join (
      select lot_id, entry_seq, sum(amount_minor) as opened from posting
      where source not in ('AVAILABLE', 'PENDING', 'HELD') and destination in ('AVAILABLE', 'PENDING') and ${askedEntry('entry_seq')}
      group by lot_id, entry_seq) o
      on o.lot_id = l.id and o.entry_seq = l.opened_by
    where ${asked('l.member_id')} and ${askedLot('l.id')} and l.amount_minor is distinct from o.opened order by l.id limit 1`),
  ofMember(`
    select format('wallet of member %s: available %s, pending %s, held %s; its lots hold %s, %s, %s',
      a.member_id, a.available_minor, a.pending_minor, a.held_minor, l.available, l.pending, l.held) as fault
    from account a left join (
      select member_id, sum(left_minor - held_minor) filter (where status = 'ACTIVE') as available,
        sum(left_minor) filter (where status = 'PENDING') as pending, sum(held_minor) as held
      from lot where ${asked('member_id')} and status in ('PENDING', 'ACTIVE') group by member_id) l on l.member_id = a.member_id
    where ${asked('a.member_id')} and (a.available_minor, a.pending_minor, a.held_minor) <> (coalesce(l.available, 0), coalesce(l.pending, 0), coalesce(l.held, 0))
    order by a.member_id limit 1`),
  ofMember(`
    select format('lot %s of member %s expires at %s by its row, at %s by its last extension', l.id, l.member_id, l.expires_at, x.new_expires_at) as fault
    from (select distinct on (lot_id) lot_id, new_expires_at from extended_lot where ${asked('member_id')} order by lot_id, seq desc) x join lot l on l.id = x.lot_id
    where ${asked('l.member_id')} and l.expires_at is distinct from x.new_expires_at order by l.id limit 1`),
  ofMember(`
    select format('lot %s of member %s: owed %s by its debt, %s by its postings', coalesce(d.lot_id, m.lot_id), d.member_id, d.owed_minor, m.owed) as fault
    from (select * from debt where ${asked('member_id')}) d full join (
      select lot_id, -sum(${gained('OWED')}) as owed from posting p where 'OWED' in (source, destination) and ${askedEntry('p.entry_seq')} group by lot_id having sum(${gained('OWED')}) <> 0) m on m.lot_id = d.lot_id
    where d.owed_minor is distinct from m.owed order by 1 limit 1`),
  ofMember(`
    select format('wallet of member %s: owed %s by its row, %s by its debts', a.member_id, a.owed_minor, coalesce(d.owed, 0)) as fault
    from account a left join (select member_id, sum(owed_minor) as owed from debt where ${asked('member_id')} group by member_id) d on d.member_id = a.member_id
    where ${asked('a.member_id')} and a.owed_minor <> coalesce(d.owed, 0) order by a.member_id limit 1`),
  ofAll(`
    select case when c.used <> coalesce(u.amount, 0)
        then format('limit %s: used %s by its counter, %s by purchases (shard %s)', c.key, c.used, coalesce(u.amount, 0), c.shard)
        else format('limit %s: its shards may use %s of %s', c.key, k.quota, k.max) end as fault
    from limit_counter c
    left join (select key, shard, sum(amount) as amount from limit_use group by key, shard) u on u.key = c.key and u.shard = c.shard
    join (select key, sum(quota) as quota, min(max) as max, count(distinct max) as said, bool_or(used > quota) as overdrawn, count(*) as shards
      from limit_counter group by key) k on k.key = c.key
    where c.used <> coalesce(u.amount, 0) or k.said > 1 or k.quota > k.max or (k.shards > 1 and k.overdrawn and k.quota > 0)
    order by c.key, c.shard limit 1`),
  // Counters of a day are forgotten long after it, and their keys end with it; two days are for time zones.
  ofAll(`
    select format('limit %s: purchases used %s of shard %s, whose counter is gone', u.key, sum(u.amount), u.shard) as fault
    from limit_use u left join limit_counter c on c.key = u.key and c.shard = u.shard
    where c.key is null and (u.key !~ ':\\d{4}-\\d\\d-\\d\\d$' or right(u.key, 10) > (now() - interval '${KEPT_DAYS - 2} days')::date::text)
    group by u.key, u.shard order by u.key, u.shard limit 1`),
  ofMember(`
    select format('purchase %s: total %s, discount %s, payable %s, points spent %s, earned %s; its lines sum to %s, %s, %s, %s, %s', p.id,
      p.total_minor, p.discount_minor, p.payable_minor, p.points_spent_minor, p.points_earned_minor, l.total, l.discount, l.amount, l.spent, l.earned) as fault
    from purchase p left join (
      select purchase_id, sum(total_minor) as total, sum(discount_minor) as discount, sum(amount_minor) as amount,
        sum(points_spent_minor) as spent, sum(points_earned_minor) as earned
      from purchase_line where ${askedPurchase('purchase_id')} group by purchase_id) l on l.purchase_id = p.id
    where ${asked('p.member_id')} and (p.total_minor, p.discount_minor, p.payable_minor, p.points_spent_minor, p.points_earned_minor)
      is distinct from (l.total, l.discount, l.amount, l.spent, l.earned)
    order by p.recorded_at, p.id limit 1`),
  ofMember(`
    select format('purchase %s says that it spent %s and earned %s points, the journal says %s and %s', p.id, p.points_spent_minor,
      p.points_earned_minor, coalesce(j.spent, 0), coalesce(j.earned, 0)) as fault
    from purchase p left join (
      select e.purchase_id, sum(${gained('REDEEMED')}) as spent,
        sum(p.amount_minor) filter (where p.source = 'ISSUED') as earned
      from journal_entry e join posting p on p.entry_seq = e.seq where e.kind = 'PURCHASE' and ${asked('e.member_id')} group by e.purchase_id) j on j.purchase_id = p.id
    where p.kind = 'SALE' and p.points_booked and ${asked('p.member_id')}
      and (p.points_spent_minor, p.points_earned_minor) <> (coalesce(j.spent, 0), coalesce(j.earned, 0))
    order by p.recorded_at, p.id limit 1`),
  ofAll(`
    select format('purchase %s, line %s: more came back than was sold', r.purchase_id, r.line_no) as fault
    from (
      select purchase_id, line_no, sum(quantity_milli) as quantity, sum(total_minor) as total, sum(amount_minor) as amount,
        sum(points_spent_minor) as spent, sum(points_earned_minor) as earned
      from return_line group by purchase_id, line_no) r
    left join purchase_line l on l.purchase_id = r.purchase_id and l.line_no = r.line_no
    where l.purchase_id is null or r.quantity > l.quantity_milli or r.total > l.total_minor or r.amount > l.amount_minor
      or r.spent > l.points_spent_minor or r.earned > l.points_earned_minor
    order by r.purchase_id, r.line_no limit 1`),
];
