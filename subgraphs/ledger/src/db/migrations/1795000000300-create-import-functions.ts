// Why: an import books points of the past in the order in which they happened, by the same statements as a till's purchase.
// Lock: none, functions only. Checked by: features/imports/*.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const HISTORY = `
  -- Turns a wallet over to a moment of the past. Answers what became spendable and what expired, for their events.
  create function settle_history(p_member uuid, p_until timestamptz, p_now timestamptz, p_zone text)
    returns table (kind text, turned jsonb) language plpgsql as $$
  begin
    if exists (select 1 from lot l where l.member_id = p_member and (
        (l.status = 'PENDING' and l.activates_at <= p_until)
        or (l.status = 'ACTIVE' and l.expires_at <= p_until and l.left_minor > l.held_minor))) then
      return query select 'ACTIVATE', to_jsonb(a) from activate_lots(array[p_member], p_until, p_now, p_zone) a;
      return query select 'EXPIRE', to_jsonb(e) from expire_lots(array[p_member], p_until, p_now, p_zone) e;
    end if;
  end $$;

  -- A return that names no original: what it gives back becomes a lot of its own, what it takes is taken from any lot.
  create function return_unlinked(p_entry journal_entry, p_lot lot, p_earned bigint) returns void language plpgsql as $$
  declare
    v_given bigint := coalesce(p_lot.amount_minor, 0);
    v_accounts text[];
    v_entities text[];
    v_amounts bigint[];
    v_active bigint;
    v_pending bigint;
  begin
    p_entry.seq := nextval('journal_entry_seq');
    select array_agg('ISSUED'::text), array_agg(legal_entity), array_agg(amount),
        coalesce(sum(amount) filter (where status = 'ACTIVE'), 0), coalesce(sum(amount) filter (where status = 'PENDING'), 0)
      into v_accounts, v_entities, v_amounts, v_active, v_pending
      from withdraw_lots(p_entry.seq, p_entry.member_id, null, p_earned);
    if v_given > 0 then
      perform open_lot(p_entry.seq, p_lot);
      v_accounts := v_accounts || 'REDEEMED'::text;
      v_entities := v_entities || p_lot.legal_entity;
      v_amounts := v_amounts || -v_given;
    end if;
    if v_accounts is not null then
      perform append_entry(p_entry, v_given - v_active, -v_pending, 0, v_accounts, v_entities, v_amounts);
    end if;
  end $$;

  -- Books points of imported receipts in the order given, each at its own time. p: [{ kind: SALE | RETURN | UNLINKED, entry, lot:
  -- rows; spent, earned }]. A sale that spends more than there was is left out and named. Answers { refused: [purchase id],
  -- returned: { return id: { withdrawn, lapsed, shortfall } }, activated, expired: [movement] }.
  create function book_history(p jsonb, p_zone text) returns jsonb language plpgsql as $$
  declare
    v_item jsonb;
    v_entry journal_entry;
    v_lot lot;
    v_spent bigint;
    v_earned bigint;
    v_turned record;
    v_points record;
    v_refused jsonb := '[]';
    v_returned jsonb := '{}';
    v_activated jsonb := '[]';
    v_expired jsonb := '[]';
  begin
    perform lock_account(m.id) from (
      select distinct (i -> 'entry' ->> 'member_id')::uuid as id from jsonb_array_elements(p) i order by 1) m;
    for v_item in select value from jsonb_array_elements(p) loop
      v_entry := jsonb_populate_record(null::journal_entry, v_item -> 'entry');
      v_lot := jsonb_populate_record(null::lot, nullif(v_item -> 'lot', 'null'));
      v_spent := v_item ->> 'spent';
      v_earned := v_item ->> 'earned';
      for v_turned in select * from settle_history(v_entry.member_id, v_entry.occurred_at, v_entry.booked_at, p_zone) loop
        if v_turned.kind = 'ACTIVATE' then v_activated := v_activated || v_turned.turned; else v_expired := v_expired || v_turned.turned; end if;
      end loop;
      case v_item ->> 'kind'
        when 'SALE' then
          if (select available_minor from account where member_id = v_entry.member_id) < v_spent then
            v_refused := v_refused || to_jsonb(v_entry.purchase_id);
          else
            v_entry.seq := nextval('journal_entry_seq');
            perform book_points(v_entry, v_spent, v_lot, null, v_entry.occurred_at);
          end if;
        when 'RETURN' then
          select * into v_points from return_points(v_entry, v_spent, v_earned);
          v_returned := v_returned || jsonb_build_object(v_entry.return_id, jsonb_build_object(
            'withdrawn', v_points.withdrawn, 'lapsed', v_points.lapsed, 'shortfall', v_points.shortfall));
        when 'UNLINKED' then
          perform return_unlinked(v_entry, v_lot, v_earned);
      end case;
    end loop;
    return jsonb_build_object('refused', v_refused, 'returned', v_returned, 'activated', v_activated, 'expired', v_expired);
  end $$;
`;

const GRANTS = `
  -- Books points given outside a purchase: p: [{ entry, lot: rows }] against one of the programme's accounts.
  create function book_grants(p jsonb, p_account text) returns void language plpgsql as $$
  declare
    v_item jsonb;
    v_entry journal_entry;
    v_lot lot;
  begin
    perform lock_account(m.id) from (
      select distinct (i -> 'entry' ->> 'member_id')::uuid as id from jsonb_array_elements(p) i order by 1) m;
    for v_item in select value from jsonb_array_elements(p) loop
      v_entry := jsonb_populate_record(null::journal_entry, v_item -> 'entry');
      v_lot := jsonb_populate_record(null::lot, v_item -> 'lot');
      v_entry.seq := nextval('journal_entry_seq');
      perform open_lot(v_entry.seq, v_lot);
      perform append_entry(v_entry, case v_lot.status when 'ACTIVE' then v_lot.amount_minor else 0 end,
        case v_lot.status when 'PENDING' then v_lot.amount_minor else 0 end, 0,
        array[p_account], array[v_lot.legal_entity], array[-v_lot.amount_minor]);
    end loop;
  end $$;
`;

/** Functions of imports. */
export class CreateImportFunctions1795000000300 implements MigrationInterface {
  name = 'CreateImportFunctions1795000000300';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [HISTORY, GRANTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function book_history, book_grants, return_unlinked, settle_history');
  }
}
