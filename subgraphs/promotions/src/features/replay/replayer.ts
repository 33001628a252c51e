import type { Holiday, Needs, StoreFacts } from '@adal/engine';
import type { DataSource } from 'typeorm';
import { IS_HOLIDAY } from '../holidays';
import type { Figures } from '../simulation-figures';
import { KnownGoods } from './known-goods';
import { replayPart } from './replay-part';
import type { Extent, Part, Scene } from './scene';
import { worldsOf, type World } from './world';

/** What all receipts of a replay share. */
export interface Setting {
  readonly db: DataSource;
  readonly extent: Extent;
  readonly without: World;
  readonly draft: World;
  /** What either world asks of the facts. */
  readonly needs: Needs;
  readonly draftIds: ReadonlySet<string>;
  readonly stores: ReadonlyMap<string, StoreFacts & { timeZone: string }>;
  readonly holidays: readonly Holiday[];
  readonly goods: KnownGoods;
}

/** Replays parts of one scene. */
export interface Replayer {
  replay(part: Part): Promise<Figures>;
}

/** Compiles a scene and reads what does not change from receipt to receipt: once a thread. */
export async function replayer(db: DataSource, scene: Scene, extent: Extent): Promise<Replayer> {
  const worlds = worldsOf(scene);
  const stores: (StoreFacts & { id: string; timeZone: string })[] = await db.query(STORES);
  const holidays: Holiday[] = worlds.needs.holidayDays === null ? [] : await db.query(HOLIDAYS);
  const setting: Setting = {
    ...worlds,
    db,
    extent,
    draftIds: new Set(scene.draftIds),
    stores: new Map(stores.map(({ id, ...store }) => [id, store])),
    holidays,
    goods: new KnownGoods(db, worlds.needs),
  };
  return { replay: (part) => replayPart(setting, part) };
}

const STORES = 'select id, time_zone as "timeZone", city, banner, brand from store';
const HOLIDAYS = `select key as name, day::text as date from holiday where ${IS_HOLIDAY} order by day, key`;
