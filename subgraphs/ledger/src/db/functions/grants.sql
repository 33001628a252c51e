-- Points given and taken outside a purchase: opening balances, campaigns, adjustments by staff; and how they are undone.

-- Books points given outside a purchase, a lot for each entry, against one of the programme's accounts. Answers the entries' places in
-- the journal, in the order given.
create function books.book_grants(p_entries journal_entry[], p_lots lot[], p_account account_kind) returns bigint[] language plpgsql as $$
declare
  v_entry journal_entry;
  v_lot lot;
  v_seqs bigint[] := '{}';
begin
  perform books.lock_account(m.id) from (select distinct member_id as id from unnest(p_entries) order by 1) m;
  for i in 1 .. array_length(p_entries, 1) loop
    v_entry := p_entries[i];
    v_lot := p_lots[i];
    v_entry.seq := nextval('journal_entry_seq');
    v_lot.opened_by := v_entry.seq;
    insert into lot values (v_lot.*);
    insert into posting values (v_entry.seq, v_lot.id, p_account, case v_lot.status when 'ACTIVE' then 'AVAILABLE'::account_kind else 'PENDING' end,
      v_lot.legal_entity, v_lot.amount_minor);
    perform books.append_entry(v_entry, case v_lot.status when 'ACTIVE' then v_lot.amount_minor else 0 end,
      case v_lot.status when 'PENDING' then v_lot.amount_minor else 0 end, 0);
    v_seqs := v_seqs || v_entry.seq;
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
