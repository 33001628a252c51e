-- Points given outside a purchase.

-- Books points given outside a purchase, a lot for each entry, against one of the programme's accounts.
create function books.book_grants(p_entries journal_entry[], p_lots lot[], p_account account_kind) returns void language plpgsql as $$
declare
  v_entry journal_entry;
  v_lot lot;
begin
  perform books.lock_account(m.id) from (select distinct member_id as id from unnest(p_entries) order by 1) m;
  for i in 1 .. array_length(p_entries, 1) loop
    v_entry := p_entries[i];
    v_lot := p_lots[i];
    v_entry.seq := nextval('journal_entry_seq');
    insert into lot values (v_lot.*);
    insert into posting values (v_entry.seq, v_lot.id, p_account, case v_lot.status when 'ACTIVE' then 'AVAILABLE'::account_kind else 'PENDING' end,
      v_lot.legal_entity, v_lot.amount_minor);
    perform books.append_entry(v_entry, case v_lot.status when 'ACTIVE' then v_lot.amount_minor else 0 end,
      case v_lot.status when 'PENDING' then v_lot.amount_minor else 0 end, 0);
  end loop;
end $$;
