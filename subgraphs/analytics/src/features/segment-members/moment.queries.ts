import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import { keptScorings } from '../rfm';
import type { Moment, SegmentNode } from '../segment-language';

/** Now, and the definitions that others may name. */
export async function momentOf(
  { now, config }: Pick<AnalyticsContext, 'now' | 'config'>,
  tx: EntityManager,
): Promise<Moment> {
  const zone = config.BUSINESS_TIME_ZONE;
  const rows: { id: string; definition: SegmentNode }[] = await tx.query(
    "select id, definition from segment where kind = 'SEGMENT' and definition is not null",
  );
  const scorings = await keptScorings(tx);
  const definitions = new Map(rows.map(({ id, definition }) => [id, definition]));
  return {
    today: DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd'),
    now,
    zone,
    rfm: (gridId) => scorings.get(gridId) ?? null,
    segment: (id) => definitions.get(id) ?? null,
  };
}
