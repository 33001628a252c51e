import { eventEntities } from '@adal/events';
import { createDataSource } from '@adal/service';
import type { DataSource } from 'typeorm';
import { DumpFileRow, DumpRow } from '../features/dumps';
import { RfmKeptBounds, RfmVersion } from '../features/rfm';
import { RfmMemberRow } from '../features/rfm-members';
import { SegmentMemberRow, SegmentRow } from '../features/segment-members';
import { SegmentExportRow } from '../features/segment-exports/segment-export.entity';
import { Rebuild } from '../features/upkeep/rebuild.entity';
import { CreateRebuilds1795000000000 } from './migrations/1795000000000-create-rebuilds';
import { KeepSegments1795000080000 } from './migrations/1795000080000-keep-segments';
import { KeepSegmentExports1795000090000 } from './migrations/1795000090000-keep-segment-exports';
import { KeepDumps1795000119000 } from './migrations/1795000119000-keep-dumps';
import { KnowOwnersOfDumps1795401060000 } from './migrations/1795401060000-know-owners-of-dumps';
import { KeepRfmMembers1795000111000 } from './migrations/1795000111000-keep-rfm-members';
import { KeepRfmVersions1795000110000 } from './migrations/1795000110000-keep-rfm-versions';

/** Postgres of analytics: definitions and what the frame needs; the facts are in the store. */
export function analyticsDataSource(url: string, pool?: number): DataSource {
  return createDataSource({
    url,
    ...(pool ? { pool } : {}),
    entities: [
      ...eventEntities,
      ...[
        DumpRow,
        DumpFileRow,
        Rebuild,
        RfmVersion,
        RfmKeptBounds,
        RfmMemberRow,
        SegmentRow,
        SegmentMemberRow,
        SegmentExportRow,
      ],
    ],
    migrations: [
      CreateRebuilds1795000000000,
      KeepSegments1795000080000,
      KeepSegmentExports1795000090000,
      KeepRfmVersions1795000110000,
      KeepRfmMembers1795000111000,
      KeepDumps1795000119000,
      KnowOwnersOfDumps1795401060000,
    ],
  });
}
