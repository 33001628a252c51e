/** The wallet, the lot and all that follows are changed as well, so that every sum agrees. */
const CONSISTENT_GIFT = `
  update posting set amount_minor = amount_minor + 100 where entry_seq = 1;
  update lot set amount_minor = amount_minor + 100, left_minor = left_minor + 100 where opened_by = 1;
  update journal_entry set available_after_minor = available_after_minor + 100 where member_id = (select member_id from lot where opened_by = 1);
  update account set available_minor = available_minor + 100 where member_id = (select member_id from lot where opened_by = 1);
  update purchase set points_earned_minor = points_earned_minor + 100 where id = 'p1';
  update purchase_line set points_earned_minor = points_earned_minor + 100 where purchase_id = 'p1'`;

const SWAPPED = (one: number, two: number): string => `
  update journal_entry set seq = case seq when ${one} then -${two} else -${one} end where seq in (${one}, ${two});
  update journal_entry set seq = -seq where seq < 0;
  update posting set entry_seq = case entry_seq when ${one} then -${two} else -${one} end where entry_seq in (${one}, ${two});
  update posting set entry_seq = -entry_seq where entry_seq < 0;
  update lot set opened_by = case opened_by when ${one} then ${two} when ${two} then ${one} else opened_by end`;

const COPIED_RECEIPT = `
  insert into purchase select 'p9', content_hash, kind, receipt_number, store_id, till_id, cashier_id, member_id, occurred_at, recorded_at,
    business_day, business_hour, legal_entity, total_minor, discount_minor, payable_minor, points_spent_minor, points_earned_minor,
    points_booked, points_activate_at, points_expire_at, import_id, shortfall_policy, booked_xid from purchase where id = 'p4';
  insert into purchase_line select 'p9', line_no, sku, name, category_path, brand, quantity_milli, price_minor, total_minor, discount_minor,
    amount_minor, cost_minor, points_spent_minor, points_earned_minor, discounts, promotion_ids from purchase_line where purchase_id = 'p4'`;

/** Other goods on a line. */
export const COFFEE = "update purchase_line set sku = 'COFFEE' where purchase_id = 'p2' and line_no = 2";

/** What somebody with all rights in the database could do to three blocks of books, and what must be said of it. */
export const TAMPERINGS: readonly (readonly [what: string, sql: string, fault: RegExp])[] = [
  [
    'a time of an entry',
    "update journal_entry set occurred_at = occurred_at - interval '1 day' where seq = 2",
    /^entry 2 /,
  ],
  ['a note of an entry', "update journal_entry set note = 'Gift' where seq = 2", /^entry 2 /],
  ['a kind of an entry', "update journal_entry set kind = 'GRANT' where seq = 1", /^entry 1 |purchase p1 /],
  ['the purchase of an entry', "update journal_entry set purchase_id = 'p4' where seq = 1", /^entry 1 /],
  ['the id of an entry', 'update journal_entry set id = gen_random_uuid() where seq = 3', /^entry 3 /],
  ['a business day of an entry', 'update journal_entry set business_day = business_day + 1 where seq = 3', /^entry 3 /],
  ['the transaction of an entry', 'update journal_entry set booked_xid = booked_xid + 1 where seq = 1', /entry 1 /],
  ['two entries that changed places with all that is theirs', SWAPPED(1, 3), /entry [123] /],
  ['two entries of a wallet that changed places', SWAPPED(1, 2), /entry [12] /],
  ['a number within a wallet', 'update journal_entry set member_seq = 7 where seq = 2', /^entry 2 .* number 7/],
  [
    'an entry that is gone',
    'delete from posting where entry_seq = 3; delete from journal_entry where seq = 3',
    /^wallet of member .* 1 entries by its row, 0/,
  ],
  ['points given with every sum made to agree', CONSISTENT_GIFT, /^receipt p1 .*reads/],
  [
    'a posting to another lot',
    "update posting set lot_id = (select id from lot where opened_by = 2) where entry_seq = 2 and source = 'AVAILABLE'",
    /lot |entry 2/,
  ],
  [
    'a posting from another account',
    "update posting set destination = 'EXPIRED' where destination = 'REDEEMED'",
    /p2|entry/,
  ],
  ['a posting that is gone', "delete from posting where entry_seq = 2 and source = 'AVAILABLE'", /^entry 2 /],
  [
    'a posting that was added',
    "insert into posting select entry_seq, lot_id, 'ISSUED', 'REDEEMED', legal_entity, 5 from posting where entry_seq = 1",
    /lot |entry 1|purchase p1 /,
  ],
  [
    'the expiry of a lot',
    "update lot set expires_at = expires_at + interval '1 year' where opened_by = 1",
    /^entry 1 .*lot it opened/,
  ],
  [
    'the activation of a lot',
    "update lot set activates_at = activates_at - interval '1 day' where opened_by = 3",
    /^entry 3 /,
  ],
  ['where a lot came from', "update lot set source = 'GRANT', purchase_id = null where opened_by = 2", /^entry 2 /],
  ['who opened a lot', 'update lot set opened_by = 2 where opened_by = 1', /^lot .* entry 2 that opened it/],
  [
    'whose a lot is',
    'update lot set member_id = (select member_id from lot where opened_by = 3) where opened_by = 1',
    /lot /,
  ],
  [
    'the time of a receipt',
    "update purchase set occurred_at = occurred_at + interval '1 hour' where id = 'p4'",
    /^receipt p4 /,
  ],
  ['the cashier of a receipt', "update purchase set cashier_id = 'C9' where id = 'p4'", /^receipt p4 /],
  ['the store of a receipt', "update purchase set store_id = 'S2' where id = 'p1'", /^receipt p1 /],
  ['the member of a receipt', "update purchase set member_id = null where id = 'p3'", /p3/],
  ['the goods of a line', COFFEE, /^receipt p2 .*COFFEE/],
  ['a quantity', "update purchase_line set quantity_milli = 3000 where purchase_id = 'p4'", /^receipt p4 /],
  ['lines that changed places', "update purchase_line set line_no = 10 - line_no where purchase_id = 'p2'", /p2/],
  ['a payment', "update payment set tender = 'GIFT CARD' where purchase_id = 'p2' and n = 1", /^receipt p2 /],
  ['a payment that is gone', "delete from payment where purchase_id = 'p2' and n = 0", /^receipt p2 /],
  ['a receipt that was added in the middle', COPIED_RECEIPT, /^receipt p9 .*added later/],
  [
    'a receipt that is gone',
    "delete from purchase_line where purchase_id = 'p4'; delete from purchase where id = 'p4'",
    /^receipt p4 .*is gone/,
  ],
  ['a refund', "update purchase_return set refund_minor = 1 where id = 'r2'", /^return r2 /],
  ['a line of a return', "update return_line set total_minor = 1 where return_id = 'r2'", /^return r2 /],
  ['a return that is gone', 'delete from return_line; delete from purchase_return', /return r2 .*is gone/],
  ['a block in the middle that is gone', 'delete from chain_block where height = 2', /^block 2 of the chain is gone/],
  ['the first block gone', 'delete from chain_block where height = 1', /^block 1 of the chain is gone/],
  [
    'a block before the first',
    'insert into chain_block select 0, previous_root, merkle_root, root, first_position, items, 1, chained_at, keys, leaves from chain_block where height = 1',
    /^block 0 /,
  ],
  [
    'the time of a block',
    "update chain_block set chained_at = chained_at + interval '1 s' where height = 3",
    /^block 3 .*root/,
  ],
  ['how far a block reaches', 'update chain_block set upto_xid = upto_xid - 1 where height = 3', /^block 3 .*root/],
  ['the keys of a block', 'update chain_block set keys = array_reverse(keys) where height = 1', /receipt p1 |entry 1 /],
  ['a hash in a block', "update chain_block set leaves[1] = sha256('x') where height = 2", /^block 2 .*Merkle root/],
  [
    'an item more in a block',
    "update chain_block set keys = keys || 'entry 77'::text, leaves = leaves || sha256('x') where height = 2",
    /^block 2 .*lists/,
  ],
];
