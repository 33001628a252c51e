-- Imports book points of the past in the order in which they happened, by the same statements as a till's purchase.

-- Turns a wallet over to a moment of the past. Answers what became spendable and what expired, for their events.
create function books.settle_history(p_member uuid, p_until timestamptz, p_now timestamptz, p_zone text)
  returns table (kind text, turned jsonb) language plpgsql as $$
begin
  if exists (select 1 from lot l where l.member_id = p_member and (
      (l.status = 'PENDING' and l.activates_at <= p_until)
      or (l.status = 'ACTIVE' and l.expires_at <= p_until and l.left_minor > l.held_minor))) then
    return query select 'ACTIVATE', to_jsonb(a) from books.activate_lots(array[p_member], p_until, p_now, p_zone) a;
    return query select 'EXPIRE', to_jsonb(e) from books.expire_lots(array[p_member], p_until, p_now, p_zone) e;
  end if;
end $$;

-- A return that names no original: what it gives back becomes a lot of its own, what it takes is taken from any lot. Answers how much
-- of p_earned nobody has any more: that stays earned.
create function books.return_unlinked(p_entry journal_entry, p_lot lot, p_earned bigint) returns bigint language plpgsql as $$
declare
  v_given bigint := coalesce(p_lot.amount_minor, 0);
  v_taken record;
begin
  p_entry.seq := nextval('journal_entry_seq');
  select * into v_taken from books.take_lots(p_entry.seq, p_entry.member_id, p_earned, 'ISSUED', null, true);
  if v_given > 0 then
    p_lot.opened_by := p_entry.seq;
    insert into lot values (p_lot.*);
    insert into posting values (p_entry.seq, p_lot.id, 'REDEEMED', 'AVAILABLE', p_lot.legal_entity, v_given);
  end if;
  if v_given + v_taken.active + v_taken.pending > 0 then
    perform books.append_entry(p_entry, v_given - v_taken.active, -v_taken.pending, 0);
  end if;
  return p_earned - v_taken.active - v_taken.pending;
end $$;

-- Books points of imported receipts in the order given, each at its own time; the arrays go together. Kinds: SALE, RETURN of a
-- sale that is named, UNLINKED. A sale that spends more than there was is left out and named; its returns go with it. Answers
-- { refused: [purchase id], returned: { return id: { withdrawn, lapsed, shortfall, unexpired } }, kept: { id of an unlinked return:
-- points }, activated, expired: [movement] }.
create function books.book_history(p_kinds text[], p_entries journal_entry[], p_lots lot[], p_spent bigint[], p_earned bigint[], p_zone text)
  returns jsonb language plpgsql as $$
declare
  v_entry journal_entry;
  v_turned record;
  v_points record;
  v_refused jsonb := '[]';
  v_returned jsonb := '{}';
  v_kept jsonb := '{}';
  v_activated jsonb := '[]';
  v_expired jsonb := '[]';
begin
  perform books.lock_account(m.id) from (select distinct member_id as id from unnest(p_entries) order by 1) m;
  for i in 1 .. array_length(p_kinds, 1) loop
    v_entry := p_entries[i];
    for v_turned in select * from books.settle_history(v_entry.member_id, v_entry.occurred_at, v_entry.booked_at, p_zone) loop
      if v_turned.kind = 'ACTIVATE' then v_activated := v_activated || v_turned.turned; else v_expired := v_expired || v_turned.turned; end if;
    end loop;
    case p_kinds[i]
      when 'SALE' then
        if (select available_minor from account where member_id = v_entry.member_id) < p_spent[i] then
          v_refused := v_refused || to_jsonb(v_entry.purchase_id);
        else
          v_entry.seq := nextval('journal_entry_seq');
          perform books.book_points(v_entry, p_spent[i], p_lots[i], null, v_entry.occurred_at);
        end if;
      when 'RETURN' then
        if not v_refused ? v_entry.purchase_id then
          select * into v_points from books.return_points(v_entry, p_spent[i], p_earned[i], 0);
          v_returned := v_returned || jsonb_build_object(v_entry.return_id, jsonb_build_object(
            'withdrawn', v_points.withdrawn, 'lapsed', v_points.lapsed, 'shortfall', v_points.shortfall, 'unexpired', v_points.unexpired));
        end if;
      when 'UNLINKED' then
        v_kept := v_kept || jsonb_build_object(v_entry.purchase_id, books.return_unlinked(v_entry, p_lots[i], p_earned[i]));
    end case;
  end loop;
  return jsonb_build_object('refused', v_refused, 'returned', v_returned, 'kept', v_kept, 'activated', v_activated, 'expired', v_expired);
end $$;
