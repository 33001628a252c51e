import { join } from 'node:path';
import { scalars } from '@adal/money';
import { readSdl } from '@adal/service';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { behaviour } from './features/behaviour';
import { dumps } from './features/dumps';
import { metrics } from './features/metrics';
import { reports } from './features/report-registry';
import { segmentExports } from './features/segment-exports';
import { segmentFolders } from './features/segment-folders';
import { revenueTree } from './features/revenue-tree';
import { rfm } from './features/rfm';
import { segments } from './features/segments';
import { upkeep } from './features/upkeep';

/** The executable schema of this subgraph. */
export function analyticsSchema(): GraphQLSchema {
  const base = { typeDefs: readSdl(join(__dirname, 'graphql'), 'base.graphql'), resolvers: scalars };
  return buildSubgraphSchema([
    base,
    behaviour,
    dumps,
    metrics,
    reports,
    revenueTree,
    rfm,
    segments,
    segmentFolders,
    segmentExports,
    upkeep,
  ]);
}
