import type { LimitState } from '@adal/events';
import type { EntityManager } from 'typeorm';

/** What events said of limits at one time. */
export interface LimitNews {
  readonly asOf: string;
  readonly limits: readonly LimitState[];
}

/** Keeps what was said last of each limit; the two subjects may come in any order. */
export async function saveLimitStates(
  tx: EntityManager,
  exhausted: boolean,
  news: readonly LimitNews[],
): Promise<void> {
  const states = news.flatMap(({ asOf, limits }) =>
    limits.map(({ key, max, periodEndsAt }) => ({ key, max, asOf, periodEndsAt })),
  );
  await tx.query(
    `insert into limit_state as existing (key, exhausted, max, as_of, period_ends_at)
     select distinct on (key) key, $2::boolean, max, "asOf", "periodEndsAt"
     from jsonb_to_recordset($1::jsonb) as row(key text, max bigint, "asOf" timestamptz, "periodEndsAt" timestamptz)
     order by key, "asOf" desc
     on conflict (key) do update set exhausted = excluded.exhausted, max = excluded.max, as_of = excluded.as_of
     where excluded.as_of >= existing.as_of`,
    [JSON.stringify(states), exhausted],
  );
}
