import type { ClickHouseClient } from '@clickhouse/client';
import { DERIVED, derivation } from '../derived-tables';
import { columnName } from '../tables';
import { nextVersion } from './next-version';

const SUMS = DERIVED.filter(({ keep }) => keep === 'SUM');

/** Makes the sums of days anew from their facts. Whoever read later wins, so that two may do it at once. */
export async function sumUp(client: ClickHouseClient, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  const version = nextVersion();
  for (const table of SUMS) {
    const columns = Object.keys(table.columns).map(columnName);
    const made = derivation(table, table.from.name, 'f.business_day IN {days:Array(Date)}');
    await client.command({
      query: `INSERT INTO ${table.name} (${[...columns, 'version'].join(', ')})
        SELECT ${[...columns, '{version:UInt64}'].join(', ')} FROM (${made})`,
      query_params: { days, version },
      clickhouse_settings: { final: 1 },
    });
  }
}
