import { eventEntities } from '@adal/events';
import { createDataSource } from '@adal/service';
import type { DataSource } from 'typeorm';
import { SegmentMemberRow, SegmentRow } from '../features/segment-members';
import { Rebuild } from '../features/upkeep/rebuild.entity';
import { CreateRebuilds1795000000000 } from './migrations/1795000000000-create-rebuilds';
import { KeepSegments1795000080000 } from './migrations/1795000080000-keep-segments';

/** Postgres of analytics: definitions and what the frame needs; the facts are in the store. */
export function analyticsDataSource(url: string, pool?: number): DataSource {
  return createDataSource({
    url,
    ...(pool ? { pool } : {}),
    entities: [...eventEntities, Rebuild, SegmentRow, SegmentMemberRow],
    migrations: [CreateRebuilds1795000000000, KeepSegments1795000080000],
  });
}
