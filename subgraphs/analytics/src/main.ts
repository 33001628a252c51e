import { recordDeadLetter } from '@adal/events';
import { createLogger, newId, runMain, startSubgraph } from '@adal/service';
import { readAnalyticsConfig } from './config';
import { consumers } from './consumers';
import { analyticsDataSource } from './db/data-source';
import { ingestConsumers, ingestMetrics, startIngest, type RunningIngest } from './features/ingest';
import { groupsBackfill, refreshTouched, watchSegments } from './features/segment-members';
import { watchRfm } from './features/rfm-members';
import { emptyForRebuild } from './features/upkeep';
import { jobs } from './jobs';
import { createLoaders } from './loaders';
import { analyticsSchema } from './schema';
import { openStore } from './store/open-store';
import { touchedMembers } from './touched-members';

runMain(async () => {
  const config = readAnalyticsConfig();
  const zone = config.BUSINESS_TIME_ZONE;
  const store = await openStore(config, createLogger('analytics', config.LOG_LEVEL));
  const touched = touchedMembers();
  let ingest: RunningIngest;
  await startSubgraph({
    name: 'analytics',
    settings: config,
    db: analyticsDataSource(config.DATABASE_URL, config.DATABASE_POOL),
    schema: analyticsSchema(),
    consumers,
    ownConsumers: ingestConsumers({ store, zone, onTouched: touched.tell }),
    backfills: [groupsBackfill],
    jobs,
    createContext: (base) => ({ ...base, config, store, ingest, touched, loaders: createLoaders(base.db, store) }),
    start: async ({ db, streams, log, metrics }) => {
      await emptyForRebuild({ db, store, log });
      ingest = startIngest(
        { store, log, zone, onTouched: touched.tell, keep: (letter) => recordDeadLetter(db, letter) },
        streams,
        ingestMetrics(metrics),
      );
      const watch = watchSegments(
        (memberIds) => refreshTouched({ db, store, config, now: new Date(), correlationId: newId() }, memberIds),
        log,
      );
      // While the store is being filled, members seem to have left what they are in; all are judged when it is.
      const settled = touchedMembers();
      touched.listen((memberIds, what) => {
        if (ingest.filledAt() !== null) settled.tell(memberIds, what);
      });
      settled.listen(watch.touched);
      const rfm = watchRfm({ db, store, config, log, touched: settled });
      return async () => {
        await ingest.stop();
        await watch.stop();
        await rfm.stop();
        await store.close();
      };
    },
  });
});
