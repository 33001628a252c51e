// Processor time per request: Apollo's gateway as documented, ours as shipped, and the subgraph asked directly.
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { startChild, type Child } from './child.ts';
import { load } from './load.ts';
import { report, type Figure } from './report.ts';

const REQUESTS = { warmUp: 3_000, round: 1_000 };
const ROUNDS = 6;
const CONCURRENCY = 16;
const TOKEN = 'adal_0123456789abcdef0123456789abcdef';

const confirm = `mutation Confirm($input: ConfirmPurchaseInput!) {
  confirmPurchase(input: $input) { __typename ... on PurchaseConfirmed { replayed purchase { id pointsSpent pointsEarned } } } }`;
const RECEIPT = 'id total occurredAt lines { lineNo sku quantity amount pointsEarned }';
const receipt = `query Receipt($id: ID!) { purchase(id: $id) { ${RECEIPT} } }`;
const joined = `query Receipt($id: ID!) { purchase(id: $id) { ${RECEIPT} member { id displayName city } } }`;
const asText = (n: number): string => `query Receipt${n} { purchase(id: "${n}") { ${RECEIPT} } }`;

interface Case {
  readonly name: string;
  /** True when the subgraph can answer it by itself. */
  readonly direct: boolean;
  readonly aim?: string;
  request(n: number): object;
}
const CASES: readonly Case[] = [
  {
    name: 'confirm, unique',
    direct: true,
    request: (n: number) => ({ query: confirm, variables: { input: { purchaseId: `p${n}`, quote: 'q' } } }),
  },
  {
    name: 'confirm, repeated',
    direct: true,
    request: () => ({ query: confirm, variables: { input: { purchaseId: 'p', quote: 'q' } } }),
  },
  {
    name: 'receipt of 20 lines, unique',
    direct: true,
    request: (n: number) => ({ query: receipt, variables: { id: `p${n}` } }),
  },
  { name: 'receipt of 20 lines, repeated', direct: true, request: () => ({ query: receipt, variables: { id: 'p' } }) },
  {
    name: 'receipt with member (2 subgraphs)',
    direct: false,
    request: (n: number) => ({ query: joined, variables: { id: `p${n}` } }),
  },
  { name: 'receipt, text never seen before', direct: true, aim: '', request: (n: number) => ({ query: asText(n) }) },
];

const script = (name: string): string => join(import.meta.dirname, 'gateway', `${name}.ts`);
const subgraphs = await startChild(script('subgraphs'), {});
const urls = JSON.parse(subgraphs.said) as { ledger: string; members: string };
const environment = {
  SUPERGRAPH_PATH: join(import.meta.dirname, '../supergraph.graphql'),
  MEMBERS_URL: urls.members,
  LEDGER_URL: urls.ledger,
  PROMOTIONS_URL: urls.ledger,
  COMMUNICATIONS_URL: urls.ledger,
  ANALYTICS_URL: urls.ledger,
};
const keys = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});

const theirs = await startChild(script('default-gateway'), environment);
const ours = await startChild(script('our-gateway'), {
  ...environment,
  PORT: '0',
  // Nobody listens there: live fields are not measured.
  NATS_URL: 'nats://127.0.0.1:1',
  ACTOR_PRIVATE_KEY: keys.privateKey.toString('base64url'),
  SESSION_PUBLIC_KEY: keys.publicKey.toString('base64url'),
  RATE_PARTNER: '100000',
});

interface Target {
  readonly child: Child;
  readonly url: string;
}
let n = 0;

async function send(url: string, requests: number, requestOf: (n: number) => object): Promise<void> {
  await load(url, { requests, concurrency: CONCURRENCY, headers: { authorization: `Bearer ${TOKEN}` } }, () =>
    requestOf(n++),
  );
}

/** Processor milliseconds per request of each target: the least of rounds in turn, because what else runs on the machine only adds. */
async function measure(targets: readonly Target[], requestOf: (n: number) => object): Promise<number[]> {
  const least = targets.map(() => Infinity);
  for (const { url } of targets) await send(url, REQUESTS.warmUp, requestOf);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { child, url }] of targets.entries()) {
      const before = await child.cpuMs();
      await send(url, REQUESTS.round, requestOf);
      const each = ((await child.cpuMs()) - before) / REQUESTS.round;
      least[index] = Math.min(least[index] ?? Infinity, each);
    }
  }
  return least;
}

const figures: Figure[] = [];
for (const { name, direct, request, aim = '≤ 0.35' } of CASES) {
  const gateways = [
    { child: theirs, url: theirs.said },
    { child: ours, url: ours.said },
  ];
  const asked = direct ? [...gateways, { child: subgraphs, url: urls.ledger }] : gateways;
  const [apollo = 0, adal = 0, subgraph] = await measure(asked, request);
  figures.push({
    what: name,
    ratio: `${(adal / apollo).toFixed(2)} × Apollo's default`,
    aim,
    figures:
      `CPU per request: default ${apollo.toFixed(3)} ms, ours ${adal.toFixed(3)} ms` +
      (subgraph === undefined ? '' : `, the subgraph asked directly ${subgraph.toFixed(3)} ms`),
  });
}
await report('gateway', figures);
await Promise.all([theirs, ours, subgraphs].map((child) => child.stop()));
