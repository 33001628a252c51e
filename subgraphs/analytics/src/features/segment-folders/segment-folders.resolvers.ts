import { requirePermission } from '@adal/service';
import type { DataSource } from 'typeorm';
import type { Resolvers } from '../../generated/graphql';

export const segmentFoldersResolvers: Resolvers = {
  Query: {
    segmentFolders: (_, __, ctx) => {
      requirePermission(ctx, 'segments.read');
      return listFolders(ctx.db);
    },
  },
};

async function listFolders(db: DataSource): Promise<string[]> {
  const rows: { folder: string }[] = await db.query(
    "select distinct folder from segment where folder <> '' order by folder",
  );
  return rows.map(({ folder }) => folder);
}
