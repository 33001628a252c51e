import type { AnalyticsContext } from '../../context';
import { askStore } from './ask-store';

type Zones = ReadonlyMap<string, string>;

/** Read once a request, however many metrics it asks for. */
const ofRequests = new WeakMap<AnalyticsContext, Promise<Zones>>();

/** Time zones by store, of those that have one of their own. */
export function zonesOfStores(ctx: AnalyticsContext): Promise<Zones> {
  const zones = ofRequests.get(ctx) ?? readZones(ctx);
  ofRequests.set(ctx, zones);
  return zones;
}

async function readZones(ctx: AnalyticsContext): Promise<Zones> {
  const stores = await askStore(ctx, {
    sql: "SELECT store_id, time_zone FROM stores WHERE time_zone <> ''",
    parameters: {},
  });
  return new Map(stores.map((row) => [String(row['store_id']), String(row['time_zone'])]));
}
