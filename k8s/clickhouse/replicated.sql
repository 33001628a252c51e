-- Made by `node scripts/clickhouse-schema.mjs`: see docs/operations/clickhouse.md.

CREATE TABLE IF NOT EXISTS stream_positions ON CLUSTER '{cluster}' (
  stream String,
  stream_created_at String,
  sequence Int64,
  last_event_ms Nullable(Int64),
  version UInt64
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', version)
ORDER BY stream;

CREATE TABLE IF NOT EXISTS touched_members ON CLUSTER '{cluster}' (
  member_id UUID,
  version UInt64
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY version TTL toDateTime(intDiv(version, 1000)) + INTERVAL 7 DAY;

CREATE TABLE IF NOT EXISTS receipts ON CLUSTER '{cluster}' (
  receipt_id String,
  kind LowCardinality(String),
  original_receipt_id String,
  till_id LowCardinality(String),
  cashier_id LowCardinality(String),
  identified Bool,
  store_id LowCardinality(String),
  member_id UUID,
  occurred_at DateTime64(3, 'UTC'),
  business_day Date,
  business_hour Int32,
  recorded_at DateTime64(3, 'UTC'),
  legal_entity LowCardinality(String),
  line_count Int32,
  total_minor Int64,
  discount_minor Int64,
  payable_minor Int64,
  points_spent_minor Int64,
  points_earned_minor Int64,
  points_booked Bool,
  channel LowCardinality(String),
  tender LowCardinality(String),
  quantity_milli Int64,
  cost_minor Int64,
  costed_minor Int64,
  promo_minor Int64,
  sale_day Date,
  sale_hour Int32,
  sale_store_id LowCardinality(String)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(business_day) ORDER BY (business_day, receipt_id);

CREATE TABLE IF NOT EXISTS lines ON CLUSTER '{cluster}' (
  receipt_id String,
  line_no Int32,
  kind LowCardinality(String),
  identified Bool,
  store_id LowCardinality(String),
  member_id UUID,
  occurred_at DateTime64(3, 'UTC'),
  business_day Date,
  business_hour Int32,
  sku LowCardinality(String),
  category_path LowCardinality(String),
  brand LowCardinality(String),
  quantity_milli Int64,
  discount_minor Int64,
  amount_minor Int64,
  cost_minor Nullable(Int64),
  points_spent_minor Int64,
  points_earned_minor Int64,
  promotion_ids Array(LowCardinality(String)),
  promo Bool,
  original_receipt_id String,
  sale_day Date,
  sale_hour Int32,
  sale_store_id LowCardinality(String)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(business_day) ORDER BY (business_day, receipt_id, line_no);

CREATE TABLE IF NOT EXISTS points ON CLUSTER '{cluster}' (
  movement_id String,
  receipt_id String,
  kind LowCardinality(String),
  amount_minor Int64,
  legal_entity LowCardinality(String),
  store_id LowCardinality(String),
  member_id UUID,
  occurred_at DateTime64(3, 'UTC'),
  business_day Date,
  business_hour Int32,
  promotion_id LowCardinality(String)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(business_day) ORDER BY (business_day, movement_id);

CREATE TABLE IF NOT EXISTS members ON CLUSTER '{cluster}' (
  member_id UUID,
  revision Int64,
  status LowCardinality(String),
  gender LowCardinality(String),
  birth_date Nullable(Date32),
  city LowCardinality(String),
  home_store_id LowCardinality(String),
  language LowCardinality(String),
  channel LowCardinality(String),
  registered_at DateTime64(3, 'UTC'),
  business_day Date,
  business_hour Int32,
  consent_sms Bool,
  consent_email Bool,
  consent_push Bool,
  phone_known Bool,
  email_known Bool,
  card_count Int32
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (member_id);

CREATE TABLE IF NOT EXISTS children ON CLUSTER '{cluster}' (
  member_id UUID,
  revision Int64,
  child_no Int32,
  birth_date Date,
  gender LowCardinality(String),
  is_deleted UInt8
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision, is_deleted)
ORDER BY (member_id, child_no);

CREATE TABLE IF NOT EXISTS member_attributes ON CLUSTER '{cluster}' (
  member_id UUID,
  revision Int64,
  key LowCardinality(String),
  value String,
  is_deleted UInt8
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision, is_deleted)
ORDER BY (member_id, key);

CREATE TABLE IF NOT EXISTS stores ON CLUSTER '{cluster}' (
  store_id String,
  revision Int64,
  name String,
  city LowCardinality(String),
  brand LowCardinality(String),
  banner LowCardinality(String),
  format LowCardinality(String),
  legal_entity LowCardinality(String),
  opened_on Nullable(Date32),
  closed_on Nullable(Date32),
  time_zone LowCardinality(String)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (store_id);

CREATE TABLE IF NOT EXISTS products ON CLUSTER '{cluster}' (
  sku String,
  revision Int64,
  name String,
  category_path LowCardinality(String),
  brand LowCardinality(String)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (sku);

CREATE TABLE IF NOT EXISTS lots ON CLUSTER '{cluster}' (
  lot_id UUID,
  member_id UUID,
  revision Int64,
  status LowCardinality(String),
  left_minor Int64,
  activates_at DateTime64(3, 'UTC'),
  expires_at Nullable(DateTime64(3, 'UTC')),
  source LowCardinality(String),
  legal_entity LowCardinality(String)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (lot_id);

CREATE TABLE IF NOT EXISTS group_members ON CLUSTER '{cluster}' (
  group_id String,
  member_id UUID,
  revision Int64,
  member Bool
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (group_id, member_id);

CREATE TABLE IF NOT EXISTS holidays ON CLUSTER '{cluster}' (
  day Date,
  key LowCardinality(String),
  revision Int64,
  kind LowCardinality(String)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (day, key);

CREATE TABLE IF NOT EXISTS coupon_pools ON CLUSTER '{cluster}' (
  pool_id String,
  revision Int64,
  status LowCardinality(String),
  valid_from Nullable(Date32),
  valid_until Nullable(Date32)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (pool_id);

CREATE TABLE IF NOT EXISTS member_coupons ON CLUSTER '{cluster}' (
  member_id UUID,
  coupon_id UUID,
  revision Int64,
  pool_id LowCardinality(String),
  promotion_id LowCardinality(String),
  status LowCardinality(String),
  uses Int64,
  issued_on Date,
  valid_from Nullable(Date32),
  valid_until Nullable(Date32)
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (member_id, coupon_id);

CREATE TABLE IF NOT EXISTS coupon_uses ON CLUSTER '{cluster}' (
  member_id UUID,
  coupon_id UUID,
  purchase_id String,
  revision Int64,
  pool_id LowCardinality(String),
  taken_by Array(LowCardinality(String)),
  used_on Date,
  counts Bool
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', revision)
ORDER BY (member_id, coupon_id, purchase_id);

CREATE TABLE IF NOT EXISTS member_receipts ON CLUSTER '{cluster}' (
  member_id UUID,
  business_day Date,
  business_hour Int32,
  occurred_at DateTime64(3, 'UTC'),
  receipt_id String,
  kind LowCardinality(String),
  original_receipt_id String,
  store_id LowCardinality(String),
  sale_day Date,
  sale_hour Int32,
  sale_store_id LowCardinality(String),
  payable_minor Int64,
  discount_minor Int64,
  points_spent_minor Int64,
  points_earned_minor Int64,
  line_count Int32,
  quantity_milli Int64,
  cost_minor Int64,
  costed_minor Int64,
  promo_minor Int64,
  stands Bool
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(business_day) ORDER BY (member_id, business_day, receipt_id);

CREATE TABLE IF NOT EXISTS member_lines ON CLUSTER '{cluster}' (
  member_id UUID,
  business_day Date,
  business_hour Int32,
  occurred_at DateTime64(3, 'UTC'),
  receipt_id String,
  kind LowCardinality(String),
  original_receipt_id String,
  store_id LowCardinality(String),
  sale_day Date,
  sale_hour Int32,
  sale_store_id LowCardinality(String),
  line_no Int32,
  sku LowCardinality(String),
  category_path LowCardinality(String),
  brand LowCardinality(String),
  quantity_milli Int64,
  amount_minor Int64,
  discount_minor Int64,
  cost_minor Nullable(Int64),
  promo Bool
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(business_day) ORDER BY (member_id, business_day, receipt_id, line_no);

CREATE TABLE IF NOT EXISTS sales_by_hour ON CLUSTER '{cluster}' (
  business_day Date,
  business_hour Int32,
  store_id LowCardinality(String),
  identified Bool,
  kind LowCardinality(String),
  receipts Int64,
  payable_minor Int64,
  discount_minor Int64,
  points_spent_minor Int64,
  points_earned_minor Int64,
  line_count Int64,
  quantity_milli Int64,
  cost_minor Int64,
  costed_minor Int64,
  promo_minor Int64,
  payable_squares Int64,
  version UInt64
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', version)
PARTITION BY toYYYYMM(business_day) ORDER BY (business_day, business_hour, store_id, identified, kind);

CREATE TABLE IF NOT EXISTS sales_by_sku ON CLUSTER '{cluster}' (
  business_day Date,
  store_id LowCardinality(String),
  sku LowCardinality(String),
  category_path LowCardinality(String),
  brand LowCardinality(String),
  identified Bool,
  kind LowCardinality(String),
  receipt_lines Int64,
  quantity_milli Int64,
  amount_minor Int64,
  discount_minor Int64,
  cost_minor Int64,
  costed_minor Int64,
  promo_minor Int64,
  version UInt64
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', version)
PARTITION BY toYYYYMM(business_day) ORDER BY (business_day, store_id, sku, category_path, brand, identified, kind);

CREATE TABLE IF NOT EXISTS sales_by_promotion ON CLUSTER '{cluster}' (
  business_day Date,
  promotion LowCardinality(String),
  store_id LowCardinality(String),
  member_id UUID,
  identified Bool,
  kind LowCardinality(String),
  business_hour Int32,
  receipts Int64,
  receipt_lines Int64,
  quantity_milli Int64,
  amount_minor Int64,
  discount_minor Int64,
  version UInt64
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', version)
PARTITION BY toYYYYMM(business_day) ORDER BY (business_day, promotion, store_id, member_id, identified, kind, business_hour);

CREATE TABLE IF NOT EXISTS member_features ON CLUSTER '{cluster}' (
  member_id UUID,
  purchases Int64,
  revenue_minor Int64,
  discount_minor Int64,
  quantity_milli Int64,
  line_count Int64,
  promo_minor Int64,
  points_earned_minor Int64,
  points_spent_minor Int64,
  margin_minor Int64,
  costed_minor Int64,
  first_day Date,
  last_day Date,
  last_at DateTime64(3, 'UTC'),
  shopping_days Int64,
  stores Int64,
  favourite_store_id LowCardinality(String),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', version, is_deleted)
ORDER BY (member_id);
