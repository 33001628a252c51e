-- What the hash chain is made of. The texts are a contract: what is chained stays chained with the text it had. A fact that is
-- added later joins a text only where it is not null, so that older texts stay as they are.

-- Every item with its text, whose sha256 is its leaf. The order of the chain is (xid, n, key). Times are written in the time zone of
-- the session, which readers set to UTC. An entry comes with its postings and the lots that it opened, as JSON for statements that
-- prove themselves, amounts in minor units; a receipt with its lines and payments; a return with its lines; an extension with its lots.
create view books.chain_item as
  select e.booked_xid as xid, e.seq as n, 'entry ' || e.seq as key, e.member_id,
    -- Written as json_build_object would, which takes twice the time.
    concat('{"entry" : "', e.id, '", "seq" : "', e.seq, '", "xid" : "', e.booked_xid, '", "member" : "', e.member_id, '", "number" : "',
      e.member_seq, '", "kind" : "', e.kind, '", "bookedAt" : ', to_json(e.booked_at), ', "occurredAt" : ', to_json(e.occurred_at),
      ', "businessDay" : "', e.business_day, '", "note" : ', to_json(e.note), ', "purchase" : ', coalesce(to_json(e.purchase_id)::text, 'null'),
      ', "return" : ', coalesce(to_json(e.return_id)::text, 'null'), ', "availableAfter" : "', e.available_after_minor,
      '", "pendingAfter" : "', e.pending_after_minor, '", "heldAfter" : "', e.held_after_minor, '", "postings" : ', (
        select concat(
        coalesce('[' || string_agg(concat('{"lot" : "', p.lot_id, '", "from" : "', p.source, '", "to" : "', p.destination, '", "legalEntity" : ',
          to_json(p.legal_entity), ', "amount" : "', p.amount_minor, '"}'), ', ' order by p.lot_id, p.source, p.destination) || ']', '[]'), ', "lots" : ',
        coalesce('[' || string_agg(concat('{"lot" : "', l.id, '", "member" : "', l.member_id, '", "legalEntity" : ', to_json(l.legal_entity),
          ', "amount" : "', l.amount_minor, '", "source" : "', l.source, '", "purchase" : ', coalesce(to_json(l.purchase_id)::text, 'null'),
          ', "activatesAt" : ', to_json(l.activates_at), ', "expiresAt" : ', coalesce(to_json(coalesce(
            (select x.old_expires_at from extended_lot x where x.lot_id = l.id order by x.seq limit 1), l.expires_at))::text, 'null'),
          ', "createdAt" : ', to_json(l.created_at), '}'), ', ' order by p.lot_id, p.source, p.destination) filter (where l.id is not null) || ']', '[]'))
        from posting p left join lot l on l.id = p.lot_id and l.opened_by = p.entry_seq
        where p.entry_seq = e.seq), '}') as content
  from journal_entry e
  union all
  select p.booked_xid, 0, 'receipt ' || p.id, p.member_id,
    concat(row(p.id, p.booked_xid, p.content_hash, p.kind, p.receipt_number, p.store_id, p.till_id, p.cashier_id, p.member_id, p.occurred_at,
      p.recorded_at, p.business_day, p.business_hour, p.legal_entity, p.total_minor, p.discount_minor, p.payable_minor, p.points_spent_minor,
      p.points_earned_minor, p.points_booked, p.points_activate_at, p.points_expire_at, p.import_id, p.shortfall_policy), (
    select string_agg(row(l.line_no, l.sku, l.name, l.category_path, l.brand, l.quantity_milli, l.price_minor, l.total_minor,
      l.discount_minor, l.amount_minor, l.cost_minor, l.points_spent_minor, l.points_earned_minor, l.discounts, l.promotion_ids)::text, ''
      order by l.line_no)
    from purchase_line l where l.purchase_id = p.id), (
    select string_agg(concat('paid', row(t.n, t.tender, t.amount_minor)), '' order by t.n) from payment t where t.purchase_id = p.id),
    -- Nothing for what was sold before promotions were kept: its hash stands.
    p.promotions)
  from purchase p
  union all
  select r.booked_xid, 0, 'return ' || r.id, null,
    concat(row(r.id, r.booked_xid, r.content_hash, r.purchase_id, r.store_id, r.till_id, r.occurred_at, r.recorded_at, r.business_day,
      r.business_hour, r.legal_entity, r.refund_minor, r.points_given_back_minor, r.points_withdrawn_minor, r.points_lapsed_minor,
      r.points_shortfall_minor, r.import_id, r.withheld_minor), (
    select string_agg(row(l.line_no, l.purchase_id, l.quantity_milli, l.total_minor, l.discount_minor, l.amount_minor,
      l.points_spent_minor, l.points_earned_minor)::text, '' order by l.line_no)
    from return_line l where l.return_id = r.id),
    r.promotions)
  from purchase_return r
  union all
  select x.booked_xid, 0, 'extension ' || x.id, null, concat(row(x.id, x.booked_xid, x.content_hash, x.reason, x.actor, x.extended_at), (
    select string_agg(row(l.lot_id, l.member_id, l.seq, l.old_expires_at, l.new_expires_at)::text, '' order by l.seq, l.lot_id)
    from extended_lot l where l.extension_id = x.id))
  from extension x;

-- The last of the transactions after p_after and before p_before that one block of p_max items takes: whole transactions, at least
-- one. Null when they wrote nothing.
create function books.chain_cut(p_after bigint, p_before bigint, p_max integer) returns bigint language sql stable as $$
  with
    waiting as (
      (select booked_xid as xid from journal_entry where booked_xid > p_after and booked_xid < p_before order by 1 limit p_max + 1)
      union all
      (select booked_xid from purchase where booked_xid > p_after and booked_xid < p_before order by 1 limit p_max + 1)
      union all
      (select booked_xid from purchase_return where booked_xid > p_after and booked_xid < p_before order by 1 limit p_max + 1)
      union all
      (select booked_xid from extension where booked_xid > p_after and booked_xid < p_before order by 1 limit p_max + 1)),
    upto as (select xid, count(*) over (order by xid) as items from waiting)
  select coalesce(max(xid) filter (where items <= p_max), min(xid)) from upto
$$;
