// The ledger and members by their real contracts, answering out of memory: a receipt of twenty lines, and its member.
import { createLogger, createMetrics, startGraphqlServer } from '@adal/service';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportCpu } from '../child.ts';

const lines = Array.from({ length: 20 }, (_, n) => ({
  lineNo: n + 1,
  sku: `SKU-${n}`,
  quantity: '1.000',
  amount: '1250.00',
  pointsEarned: '62.50',
}));
const purchase = (_: unknown, { id }: { id: string }): object => ({
  id,
  total: '25000.00',
  occurredAt: '2026-11-22T10:15:00Z',
  lines,
  member: { id: 'm1' },
});
const confirmPurchase = (_: unknown, { input }: { input: { purchaseId: string } }): object => ({
  __typename: 'PurchaseConfirmed',
  replayed: false,
  purchase: { id: input.purchaseId, pointsSpent: '0.00', pointsEarned: '62.50' },
});
const memberOf = ({ id }: { id: string }): object => ({ id, displayName: 'Aigerim S.', city: 'Almaty' });
const partner = { id: 'till', name: 'Till', scopes: ['receipts.read'], expiresAt: null };

async function serve(name: string, resolvers: object): Promise<string> {
  const sdl = readFileSync(join(import.meta.dirname, `../../subgraphs/${name}/schema.graphql`), 'utf8');
  const { port } = await startGraphqlServer({
    schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: { ...resolvers } }),
    host: '127.0.0.1',
    port: 0,
    log: createLogger(name, 'silent'),
    metrics: createMetrics(name),
    createContext: async () => ({}),
    checkReady: async () => undefined,
  });
  return `http://127.0.0.1:${port}/graphql`;
}

const urls = {
  ledger: await serve('ledger', { Query: { purchase }, Mutation: { confirmPurchase } }),
  members: await serve('members', {
    Query: { partnerByKeyHash: () => partner },
    Member: { __resolveReference: memberOf },
  }),
};
reportCpu(JSON.stringify(urls));
