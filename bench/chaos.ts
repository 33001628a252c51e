// npm run chaos -- --minutes 10 --seed 7: a stack of its own, simulated tills through the gateway, everything killed at random.
// What tills and killer do is drawn from the seed. Exits 1 when anything was lost, doubled or told differently to different sides.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startStack, type ServiceName, type Stack } from '@adal/local';
import { openChain, staffOf } from './chaos/chain.ts';
import { judge } from './chaos/judge.ts';
import { planKills } from './chaos/plan.ts';
import { workTill, type Papers } from './chaos/till.ts';
import { openTrial, TRIED_STACK, verdictOf } from './chaos/trial.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    tills: { type: 'string', default: '250' },
    members: { type: 'string', default: '500' },
  },
});
const [seed, tills, members] = [values.seed, values.tills, values.members].map(Number) as [number, number, number];
const forMs = Number(values.minutes) * 60_000;
const SOLD_BETWEEN_KILLS = 25;

const trial = openTrial('chaos');
const { dataDir, signal } = trial;
const stack = await startStack({ ...TRIED_STACK, dataDir, signal });
await trial.end(run, () => stack.stop());

async function run(): Promise<boolean> {
  const chain = await openChain(stack, seed, members);
  console.log(`Seed ${seed}: ${tills} tills, ${members} members, ${values.minutes} minutes.`);
  const papers: Papers = { receipts: [], counts: { deeds: 0, cancelled: 0, echoes: 0 }, complaints: [] };
  const startedMs = Date.now();
  const open = Array.from({ length: tills }, (_, till) => workTill(chain, seed, till, startedMs + forMs, papers));
  const [kills] = await Promise.all([killAll(stack, startedMs, papers), ...open]);
  const { counts } = chain.tills;
  const returns = papers.receipts.reduce((sum, receipt) => sum + receipt.returns.length, 0);
  console.log(
    [
      `Served: ${papers.counts.deeds} customers, ${papers.receipts.length} sales, ${returns} returns, ${papers.counts.cancelled} cancelled, ${papers.counts.echoes} sent once more later.`,
      `On the wire: ${counts.requests} requests, ${counts.copies} doubled, ${counts.impatient} given up and repeated, ${counts.retries} tried again; p99 of an answer ${Math.round(chain.tills.p99Ms())} ms.`,
      `Killed: ${[...kills].map(([victim, times]) => `${victim} ${times}`).join(', ')}.`,
    ].join('\n'),
  );
  const faults = await judge(await staffOf(stack), papers);
  return verdictOf(faults, {
    sound: '0 lost, 0 doubled; postings sum to 0; the ledger verifies; every paper, analytics and the messages agree.',
    faulty: `the same again: npm run chaos -- --minutes ${values.minutes} --seed ${seed}`,
  });
}

/** Each kill hits a stack that sells, or comes right on top of the one before. */
async function killAll({ kill }: Stack, startedMs: number, { receipts }: Papers): Promise<Map<ServiceName, number>> {
  const kills = new Map<ServiceName, number>();
  const isOver = (): boolean => Date.now() > startedMs + forMs;
  let soldBefore = 0;
  for (const { atMs, atOnce, victim } of planKills(seed, forMs)) {
    await sleep(Math.max(0, startedMs + atMs - Date.now()));
    while (!atOnce && receipts.length < soldBefore + SOLD_BETWEEN_KILLS && !isOver()) await sleep(100);
    if (isOver()) break;
    soldBefore = receipts.length;
    await kill(victim);
    kills.set(victim, (kills.get(victim) ?? 0) + 1);
  }
  return kills;
}
