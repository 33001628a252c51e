import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import { keptScorings } from '../rfm';
import type { Moment, SegmentNode } from '../segment-language';

/** Now, and the definitions that others may name: not of segments whose last day is over. */
export async function momentOf(
  { now, config }: Pick<AnalyticsContext, 'now' | 'config'>,
  tx: EntityManager,
): Promise<Moment> {
  const zone = config.BUSINESS_TIME_ZONE;
  const today = DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd');
  const rows: { id: string; definition: SegmentNode }[] = await tx.query(
    `select id, definition from segment
     where kind = 'SEGMENT' and definition is not null and (expires_on is null or expires_on >= $1)`,
    [today],
  );
  const scorings = await keptScorings(tx);
  const definitions = new Map(rows.map(({ id, definition }) => [id, definition]));
  return {
    ...{ today, now, zone },
    rfm: (gridId) => scorings.get(gridId) ?? null,
    segment: (id) => definitions.get(id) ?? null,
  };
}
