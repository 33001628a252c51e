import { copyFileSync, existsSync } from 'node:fs';
import { driveIngest, openDuckdbStore } from '@adal/analytics';
import { createLogger } from '@adal/service';
import { buildChain, type ChainSize } from './build-chain.ts';

/** Makes a store file of that size, in order, for a stack to run over; or copies one that was made before. */
export async function fillStore(path: string, size: ChainSize, made?: string): Promise<void> {
  const log = createLogger('analytics', 'silent');
  const open = () => openDuckdbStore({ path, memoryLimit: '2GB', log });
  if (made !== undefined && existsSync(made)) copyFileSync(made, path);
  else {
    await (await open()).close();
    await buildChain(path, size);
  }
  const store = await open();
  await driveIngest(store, { receipts: 1, linesPerReceipt: 1, receiptsPerEvent: 1, days: 1 }, log);
  await store.maintain();
  await store.rebuildFeatures();
  await store.close();
}
