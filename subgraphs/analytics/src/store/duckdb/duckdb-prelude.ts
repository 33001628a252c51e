/** ClickHouse's names for what DuckDB calls otherwise: the SQL of metrics is written once, in ClickHouse's words. */
export const prelude: readonly string[] = [
  'sumIf(x, condition) AS coalesce(sum(x) FILTER (WHERE condition), 0)',
  'uniqExact(x) AS count(DISTINCT x)',
  'uniqExactIf(x, condition) AS count(DISTINCT x) FILTER (WHERE condition)',
  'toInt64(x) AS CAST(x AS BIGINT)',
  "toMonday(day) AS CAST(date_trunc('week', day) AS DATE)",
  "toStartOfMonth(day) AS CAST(date_trunc('month', day) AS DATE)",
  'toMonth(day) AS month(day)',
  'toDayOfMonth(day) AS day(day)',
  'toDayOfWeek(day) AS isodow(day)',
  'toString(x) AS CAST(x AS VARCHAR)',
  'toFloat64OrNull(x) AS TRY_CAST(x AS DOUBLE)',
  'toDate32(x) AS CAST(x AS DATE)',
  'toDate(x) AS CAST(x AS DATE)',
  'fromUnixTimestamp64Milli(ms) AS make_timestamp(ms * 1000)',
  'startsWith(text, prefix) AS starts_with(text, prefix)',
].map((macro) => `CREATE OR REPLACE TEMP MACRO ${macro}`);
