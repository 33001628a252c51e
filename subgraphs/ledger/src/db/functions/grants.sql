-- Points given and taken outside a purchase: opening balances, campaigns, adjustments by staff; and how they are undone.

-- Books points given outside a purchase, a lot for each entry, against one of the programme's accounts: as many at once as the caller
-- likes to hold wallets for. Answers the entries' places in the journal, in the order given.
create function books.book_grants(p_entries journal_entry[], p_lots lot[], p_account account_kind) returns bigint[] language plpgsql as $$
declare
  v_seqs bigint[];
  v_owing uuid[];
  v_entry journal_entry;
  v_lot lot;
begin
  -- Locks the wallets in their order, and makes those that are missing.
  insert into account (member_id) select distinct e.member_id from unnest(p_entries) e order by 1
    on conflict (member_id) do update set version = excluded.version where false;
  v_seqs := array(select nextval('journal_entry_seq') from generate_subscripts(p_entries, 1));
  v_owing := array(select a.member_id from account a where a.owed_minor > 0 and a.member_id in (select e.member_id from unnest(p_entries) e));
  insert into lot (id, member_id, legal_entity, amount_minor, left_minor, held_minor, status, source, purchase_id, activates_at, expires_at,
      created_at, opened_by)
    select l.id, l.member_id, l.legal_entity, l.amount_minor, l.left_minor, l.held_minor, l.status, l.source, l.purchase_id, l.activates_at,
      l.expires_at, l.created_at, v_seqs[l.ordinality]
    from unnest(p_lots) with ordinality l where l.member_id <> all (v_owing);
  insert into posting
    select v_seqs[l.ordinality], l.id, p_account, case l.status when 'ACTIVE' then 'AVAILABLE'::account_kind else 'PENDING' end, l.legal_entity,
      l.amount_minor
    from unnest(p_lots) with ordinality l where l.member_id <> all (v_owing);
  with
    given as (
      select e.*, v_seqs[e.ordinality] as place,
        case p_lots[e.ordinality].status when 'ACTIVE' then p_lots[e.ordinality].amount_minor else 0 end as active,
        case p_lots[e.ordinality].status when 'PENDING' then p_lots[e.ordinality].amount_minor else 0 end as waiting
      from unnest(p_entries) with ordinality e where e.member_id <> all (v_owing)),
    wallets as (
      update account a set available_minor = a.available_minor + g.active, pending_minor = a.pending_minor + g.waiting,
        version = a.version + g.entries
      from (select member_id, sum(active) as active, sum(waiting) as waiting, count(*) as entries from given group by 1) g
      where a.member_id = g.member_id)
  insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, purchase_id, return_id,
      available_after_minor, pending_after_minor, held_after_minor, member_seq)
    -- The wallet is read as it was before this statement.
    select g.place, g.id, g.kind, g.member_id, g.booked_at, g.occurred_at, g.business_day, g.note, g.purchase_id, g.return_id,
      a.available_minor + sum(g.active) over wallet, a.pending_minor + sum(g.waiting) over wallet, a.held_minor,
      a.version + row_number() over wallet
    from given g join account a on a.member_id = g.member_id window wallet as (partition by g.member_id order by g.place);
  -- Whoever owes pays with each lot in turn.
  for i in 1 .. cardinality(p_entries) loop
    continue when p_entries[i].member_id <> all (v_owing);
    v_entry := p_entries[i];
    v_lot := p_lots[i];
    v_entry.seq := v_seqs[i];
    v_lot.opened_by := v_entry.seq;
    insert into lot values (v_lot.*);
    insert into posting values (v_entry.seq, v_lot.id, p_account, case v_lot.status when 'ACTIVE' then 'AVAILABLE'::account_kind else 'PENDING' end,
      v_lot.legal_entity, v_lot.amount_minor);
    perform books.append_entry(v_entry, case v_lot.status when 'ACTIVE' then v_lot.amount_minor else 0 end,
      case v_lot.status when 'PENDING' then v_lot.amount_minor else 0 end, 0);
  end loop;
  return v_seqs;
end $$;

-- Takes points out of a locked, settled wallet as take_lots does. Answers where the entry stands (null: there was nothing to take) and
-- what was taken.
create function books.take_points(p_entry journal_entry, p_amount bigint, p_account account_kind, p_own uuid, p_pending boolean,
  out seq bigint, out taken bigint) language plpgsql as $$
declare
  v record;
begin
  p_entry.seq := nextval('journal_entry_seq');
  select * into v from books.take_lots(p_entry.seq, p_entry.member_id, p_amount, p_account, p_own, p_pending);
  taken := v.active + v.pending;
  if taken > 0 then
    perform books.append_entry(p_entry, -v.active, -v.pending, 0);
    seq := p_entry.seq;
  end if;
end $$;

-- Undoes an entry that took points into the programme's accounts: they go back to the lots they came from, with their dates. A lot that
-- has expired meanwhile expires again by the job, as it would have. Answers where the entry stands.
create function books.undo_taking(p_entry journal_entry, p_seq bigint) returns bigint language plpgsql as $$
declare
  v_given bigint;
begin
  p_entry.seq := nextval('journal_entry_seq');
  with
    taken as (select lot_id, source, destination, legal_entity, amount_minor from posting where entry_seq = p_seq),
    moved as (update lot l set left_minor = l.left_minor + t.amount_minor, status = 'ACTIVE' from taken t where l.id = t.lot_id),
    posted as (insert into posting select p_entry.seq, lot_id, destination, source, legal_entity, amount_minor from taken)
  select sum(amount_minor) into v_given from taken;
  perform books.append_entry(p_entry, v_given, 0, 0);
  return p_entry.seq;
end $$;

-- Undoes grants by their lots, into the account they came from, in settled wallets. What has expired is gone already; what was spent is
-- taken from the member's other lots. When p_whole, a grant that the wallet does not cover stays as it is and is answered with taken 0.
-- Answers a row for each grant, in the order given: short is what could not be taken.
create function books.undo_grants(p_entries journal_entry[], p_lots uuid[], p_account account_kind, p_whole boolean)
  returns table (seq bigint, taken bigint, lapsed bigint, short bigint) language plpgsql as $$
declare
  v_entry journal_entry;
  v_wallet account;
  v_open bigint;
begin
  perform books.lock_account(m.id) from (select distinct member_id as id from unnest(p_entries) order by 1) m;
  for i in 1 .. array_length(p_entries, 1) loop
    v_entry := p_entries[i];
    select coalesce(sum(case p.destination when 'EXPIRED' then p.amount_minor else -p.amount_minor end), 0) into lapsed
      from journal_entry e join posting p on p.entry_seq = e.seq
      where e.member_id = v_entry.member_id and p.lot_id = p_lots[i] and 'EXPIRED' in (p.source, p.destination);
    select l.amount_minor - lapsed into v_open from lot l where l.id = p_lots[i];
    select * into v_wallet from account a where a.member_id = v_entry.member_id;
    seq := null;
    taken := 0;
    if v_open > 0 and not (p_whole and v_wallet.available_minor + v_wallet.pending_minor < v_open) then
      select t.seq, t.taken into seq, taken from books.take_points(v_entry, v_open, p_account, p_lots[i], true) t;
    end if;
    short := v_open - taken;
    return next;
  end loop;
end $$;
