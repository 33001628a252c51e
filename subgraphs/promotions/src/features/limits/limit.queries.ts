import { askPrepared } from '@adal/service';
import type { DataSource } from 'typeorm';

/** The max with which each of these limits was reported as exhausted, by key; nothing for one that was not. */
export async function findExhausted(db: DataSource, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await askPrepared<{ key: string; max: string }>(
    db,
    'select key, max from limit_state where key = any($1) and exhausted',
    [keys],
  );
  return new Map(rows.map(({ key, max }) => [key, Number(max)]));
}
