-- Wallets and entries: what every other function of the books stands on.
--
-- Order of locks, everywhere: the wallet, then the reservation, then limits by key. Two writers never wait in a circle.
-- The functions of a till's purchase are written for few statements and few expressions: each costs anew in every transaction.

-- UUIDv7 on any Postgres from 13 on.
create function books.new_id() returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- The wallet, made when there is none, locked until the transaction ends.
create function books.lock_account(p_member uuid) returns account language plpgsql as $$
declare
  v_account account;
begin
  select * into v_account from account where member_id = p_member for update;
  if not found then
    insert into account (member_id) values (p_member) on conflict do nothing;
    select * into v_account from account where member_id = p_member for update;
  end if;
  return v_account;
end $$;

-- Writes an entry, whose postings the caller writes, and moves the locked wallet by what they move; what can be spent then pays what
-- is owed. Answers the wallet after.
create function books.append_entry(p_entry journal_entry, p_available bigint, p_pending bigint, p_held bigint) returns account language plpgsql as $$
declare
  v_account account;
  v_paid bigint;
begin
  update account set available_minor = available_minor + p_available, pending_minor = pending_minor + p_pending,
    held_minor = held_minor + p_held, version = version + 1
    where member_id = p_entry.member_id returning * into v_account;
  if v_account.owed_minor > 0 and v_account.available_minor > 0 then
    v_paid := books.pay_debts(p_entry.seq, p_entry.member_id, p_entry.occurred_at);
    update account set available_minor = available_minor - v_paid, owed_minor = owed_minor - v_paid
      where member_id = p_entry.member_id returning * into v_account;
  end if;
  p_entry.available_after_minor := v_account.available_minor;
  p_entry.pending_after_minor := v_account.pending_minor;
  p_entry.held_after_minor := v_account.held_minor;
  p_entry.member_seq := v_account.version;
  p_entry.booked_xid := pg_current_xact_id()::text::bigint;
  insert into journal_entry values (p_entry.*);
  return v_account;
end $$;

-- The wallet in the words of events.
create function books.balance_of(p_account account) returns text language plpgsql immutable as $$
begin
  return format('"balance":{"availableMinor":%s,"pendingMinor":%s,"heldMinor":%s,"owedMinor":%s}',
    p_account.available_minor, p_account.pending_minor, p_account.held_minor, p_account.owed_minor);
end $$;

create function books.register_till(p_store text, p_till text, p_now timestamptz) returns void language plpgsql as $$
begin
  if not exists (select 1 from till where store_id = p_store and id = p_till) then
    insert into till values (p_store, p_till, p_now) on conflict do nothing;
  end if;
end $$;
