import type { SubgraphDefinition } from '@adal/service';
import type { MembersConfig } from './config';
import { consumers } from './consumers';
import type { MembersContext } from './context';
import { membersDataSource } from './db/data-source';
import { bootstrapPartnerKey } from './features/partner-keys';
import { membersBackfill } from './features/snapshots';
import { bootstrapStaff } from './features/staff';
import { jobs } from './jobs';
import { createLoaders } from './loaders';
import { membersSchema } from './schema';

/** This subgraph's parts, ready to be started. */
export function membersSubgraph(config: MembersConfig): SubgraphDefinition<MembersContext> {
  const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = config;
  return {
    name: 'members',
    settings: config,
    db: membersDataSource(config.DATABASE_URL, config.DATABASE_POOL),
    schema: membersSchema(),
    consumers,
    backfills: [membersBackfill],
    jobs,
    createContext: (base) => ({ ...base, config, loaders: createLoaders(base.db) }),
    start: async ({ db, log }) => {
      const administrator = email && password ? { email, password } : null;
      await bootstrapStaff(db, { administrator, staff: config.BOOTSTRAP_STAFF ?? [] }, log);
      if (config.BOOTSTRAP_PARTNER_KEY) await bootstrapPartnerKey(db, config.BOOTSTRAP_PARTNER_KEY, log);
    },
  };
}
