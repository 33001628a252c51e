/** A law of the books: a query that answers the first row that breaks it. */
export interface LedgerCheck {
  readonly sql: string;
  /** Looks only at entries booked at or after $1. */
  readonly windowed: boolean;
}

const windowed = (sql: string): LedgerCheck => ({ sql, windowed: true });
const whole = (sql: string): LedgerCheck => ({ sql, windowed: false });

/** What an account of the wallet, or of the programme, gained by a posting. */
const gained = (account: string): string =>
  `case '${account}'::account_kind when p.destination then p.amount_minor when p.source then -p.amount_minor else 0 end`;

/** In order; the first that finds something ends the check. */
export const CHECKS: readonly LedgerCheck[] = [
  windowed(`
    select format('entry %s (%s of member %s) moves nothing', e.seq, e.kind, e.member_id) as fault
    from journal_entry e left join posting p on p.entry_seq = e.seq where e.booked_at >= $1 and p.entry_seq is null order by e.seq limit 1`),
  whole(`
    select format('posting of entry %s on lot %s belongs to no entry', p.entry_seq, p.lot_id) as fault
    from posting p left join journal_entry e on e.seq = p.entry_seq where e.seq is null order by p.entry_seq limit 1`),
  windowed(`
    select format('entry %s of member %s moves lot %s, which is not that member''s, or owed by another legal entity', e.seq, e.member_id, p.lot_id) as fault
    from journal_entry e join posting p on p.entry_seq = e.seq left join lot l on l.id = p.lot_id
    where e.booked_at >= $1 and (l.member_id, l.legal_entity) is distinct from (e.member_id, p.legal_entity) order by e.seq limit 1`),
  whole(`
    select format('entry %s of member %s: available after it is %s by its row, %s by history', seq, member_id, available_after_minor, by_history) as fault
    from (
      select e.seq, e.member_id, e.available_after_minor, sum(p.available) over (partition by e.member_id order by e.seq) as by_history
      from journal_entry e join (select entry_seq, sum(${gained('AVAILABLE')}) as available from posting p group by entry_seq) p on p.entry_seq = e.seq) h
    where available_after_minor <> by_history order by seq limit 1`),
  whole(`
    select format('wallet of member %s: available %s, pending %s, held %s by its row; %s, %s, %s by history',
      coalesce(a.member_id, h.member_id), a.available_minor, a.pending_minor, a.held_minor, h.available, h.pending, h.held) as fault
    from account a full join (
      select e.member_id, sum(${gained('AVAILABLE')}) as available, sum(${gained('PENDING')}) as pending, sum(${gained('HELD')}) as held
      from journal_entry e join posting p on p.entry_seq = e.seq group by e.member_id) h on h.member_id = a.member_id
    where (coalesce(a.available_minor, -1), coalesce(a.pending_minor, -1), coalesce(a.held_minor, -1))
      <> (coalesce(h.available, 0), coalesce(h.pending, 0), coalesce(h.held, 0))
    order by 1 limit 1`),
  whole(`
    select format('lot %s of member %s: left %s, held %s by its row; %s, %s by its postings', l.id, l.member_id, l.left_minor, l.held_minor, m.left_minor, m.held_minor) as fault
    from lot l left join (
      select lot_id, sum(${gained('AVAILABLE')} + ${gained('PENDING')} + ${gained('HELD')}) as left_minor, sum(${gained('HELD')}) as held_minor
      from posting p group by lot_id) m on m.lot_id = l.id
    where (l.left_minor, l.held_minor) is distinct from (m.left_minor, m.held_minor) order by l.id limit 1`),
  whole(`
    select format('lot %s of member %s began with %s, its first posting brought %s', l.id, l.member_id, l.amount_minor, m.opened) as fault
    from lot l left join (
      select lot_id, sum(amount_minor) as opened from (
        select *, min(entry_seq) over (partition by lot_id) as first_seq from posting where source in ('ISSUED', 'MIGRATED', 'ADJUSTED')) p
      where entry_seq = first_seq group by lot_id) m on m.lot_id = l.id
    where l.source <> 'RETURN' and l.amount_minor is distinct from m.opened order by l.id limit 1`),
  whole(`
    select format('wallet of member %s: available %s, pending %s, held %s; its lots hold %s, %s, %s',
      a.member_id, a.available_minor, a.pending_minor, a.held_minor, l.available, l.pending, l.held) as fault
    from account a left join (
      select member_id, sum(left_minor - held_minor) filter (where status = 'ACTIVE') as available,
        sum(left_minor) filter (where status = 'PENDING') as pending, sum(held_minor) as held
      from lot group by member_id) l on l.member_id = a.member_id
    where (a.available_minor, a.pending_minor, a.held_minor) <> (coalesce(l.available, 0), coalesce(l.pending, 0), coalesce(l.held, 0))
    order by a.member_id limit 1`),
  whole(`
    select format('lot %s of member %s: owed %s by its debt, %s by its postings', coalesce(d.lot_id, m.lot_id), d.member_id, d.owed_minor, m.owed) as fault
    from debt d full join (
      select lot_id, -sum(${gained('OWED')}) as owed from posting p where 'OWED' in (source, destination) group by lot_id having sum(${gained('OWED')}) <> 0) m on m.lot_id = d.lot_id
    where d.owed_minor is distinct from m.owed order by 1 limit 1`),
  whole(`
    select format('wallet of member %s: owed %s by its row, %s by its debts', a.member_id, a.owed_minor, coalesce(d.owed, 0)) as fault
    from account a left join (select member_id, sum(owed_minor) as owed from debt group by member_id) d on d.member_id = a.member_id
    where a.owed_minor <> coalesce(d.owed, 0) order by a.member_id limit 1`),
  whole(`
    select case when c.used <> coalesce(u.amount, 0)
        then format('limit %s: used %s by its counter, %s by purchases (shard %s)', c.key, c.used, coalesce(u.amount, 0), c.shard)
        else format('limit %s: its shards may use %s of %s', c.key, k.quota, k.max) end as fault
    from limit_counter c
    left join (select key, shard, sum(amount) as amount from limit_use group by key, shard) u on u.key = c.key and u.shard = c.shard
    join (select key, sum(quota) as quota, min(max) as max, count(distinct max) as said, bool_or(used > quota) as overdrawn, count(*) as shards
      from limit_counter group by key) k on k.key = c.key
    where c.used <> coalesce(u.amount, 0) or k.said > 1 or k.quota > k.max or (k.shards > 1 and k.overdrawn and k.quota > 0)
    order by c.key, c.shard limit 1`),
  whole(`
    select format('purchase %s: total %s, discount %s, payable %s, points spent %s, earned %s; its lines sum to %s, %s, %s, %s, %s', p.id,
      p.total_minor, p.discount_minor, p.payable_minor, p.points_spent_minor, p.points_earned_minor, l.total, l.discount, l.amount, l.spent, l.earned) as fault
    from purchase p left join (
      select purchase_id, sum(total_minor) as total, sum(discount_minor) as discount, sum(amount_minor) as amount,
        sum(points_spent_minor) as spent, sum(points_earned_minor) as earned
      from purchase_line group by purchase_id) l on l.purchase_id = p.id
    where (p.total_minor, p.discount_minor, p.payable_minor, p.points_spent_minor, p.points_earned_minor)
      is distinct from (l.total, l.discount, l.amount, l.spent, l.earned)
    order by p.recorded_at, p.id limit 1`),
  whole(`
    select format('purchase %s says that it spent %s and earned %s points, the journal says %s and %s', p.id, p.points_spent_minor,
      p.points_earned_minor, coalesce(j.spent, 0), coalesce(j.earned, 0)) as fault
    from purchase p left join (
      select e.purchase_id, sum(${gained('REDEEMED')}) as spent,
        sum(p.amount_minor) filter (where p.source = 'ISSUED') as earned
      from journal_entry e join posting p on p.entry_seq = e.seq where e.kind = 'PURCHASE' group by e.purchase_id) j on j.purchase_id = p.id
    where p.kind = 'SALE' and p.points_booked
      and (p.points_spent_minor, p.points_earned_minor) <> (coalesce(j.spent, 0), coalesce(j.earned, 0))
    order by p.recorded_at, p.id limit 1`),
  whole(`
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
