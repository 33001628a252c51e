import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GatewayClient } from '../gateway-client';
import type { ImportKind } from '../imports/kinds';
import { runImport } from '../imports/run-import';
import { declareDemoAttributes, nameDemoGoods } from './catalogue';
import { declareDemoMemberAttributes, openDemoPools } from './pools';
import { launchDemoPromotions } from './promotions';
import { saveDemoSegments } from './segments';
import { inviteTeam, makeTillKey, type DemoLogin } from './team';
import { demoChain, writeDemoFiles, type DemoChain } from './write-files';

/** Enough for a first purchase that is partly paid by points. */
const RICH_POINTS = 3_000;

/** What to load. */
export interface DemoOptions {
  readonly seed: number;
  readonly members: number;
  /** Where the files are made and demo.json is. */
  readonly dataFolder: string;
}

/**
 * Loads the demo chain through the same imports that a chain's own files take: stores, goods, members, opening
 * balances, a year of receipts with their points. Running it again changes nothing.
 */
export async function loadDemo(
  client: GatewayClient,
  print: (line: string) => void,
  options: DemoOptions,
): Promise<boolean> {
  const folder = path.join(options.dataFolder, 'demo');
  const now = new Date();
  const chain = demoChain(options.seed, options.members, now);
  await writeDemoFiles(folder, chain, options.seed, now);
  const load = async (kind: ImportKind): Promise<boolean> =>
    runImport(client, { kind, file: path.join(folder, `${kind}.csv`), dryRun: false, points: 'BOOK', print });
  let clean = true;
  await declareDemoAttributes(client);
  await declareDemoMemberAttributes(client);
  for (const kind of ['stores', 'products', 'members'] as const) clean = (await load(kind)) && clean;
  await nameDemoGoods(client);
  await openDemoPools(client);
  await launchDemoPromotions(client, chain.stores[0]?.id ?? '', now);
  for (const kind of ['balances', 'receipts'] as const) clean = (await load(kind)) && clean;
  await saveDemoSegments(client);
  await completeDemoFile(client, chain, path.join(options.dataFolder, 'demo.json'));
  return clean;
}

/** Writes into demo.json who may sign in, and whom, where and what a first purchase can be made with. */
async function completeDemoFile(client: GatewayClient, chain: DemoChain, file: string): Promise<void> {
  const store = chain.stores[0];
  if (!store) return;
  const demo = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { staff?: DemoLogin[]; partnerKey?: string })
    : {};
  const skus = chain.products.filter((_, index) => index % 25 === 0).slice(0, 10);
  const complete = {
    ...demo,
    staff: [...(demo.staff ?? []), ...(await inviteTeam(client, chain))],
    partnerKey: demo.partnerKey ?? (await makeTillKey(client)),
    member: await richMember(client, chain),
    till: {
      storeId: store.id,
      tillId: store.tills[0],
      skus: skus.map((product) => ({ sku: product.sku, price: `${product.price}.00` })),
    },
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(complete, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A member who can spend at once: the first with enough points, else the one with most. */
async function richMember(client: GatewayClient, chain: DemoChain): Promise<{ id: string; cardNumber: string } | null> {
  let best: { id: string; cardNumber: string; available: number } | null = null;
  for (const candidate of chain.members.filter((member) => member.leftDaysAgo === 0 && member.email)) {
    const { member } = await client.ask<{ member: { id: string; balance: { available: string } } | null }>(
      'query Rich($card: String!) { member(by: { cardNumber: $card }) { id balance { available } } }',
      { card: candidate.card },
    );
    const available = Number(member?.balance.available ?? 0);
    if (member && available > (best?.available ?? -1)) best = { id: member.id, cardNumber: candidate.card, available };
    if (available >= RICH_POINTS) break;
  }
  return best && { id: best.id, cardNumber: best.cardNumber };
}
