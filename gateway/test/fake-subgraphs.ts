import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import {
  actorVerifier,
  ACTOR_HEADER,
  ANONYMOUS,
  createLogger,
  createMetrics,
  readPublicKey,
  requirePermission,
  startGraphqlServer,
  type Actor,
  type RunningServer,
} from '@adal/service';
import { parse, type DocumentNode } from 'graphql';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export const PARTNER_KEY = 'adal_0123456789abcdef0123456789abcdef';

/** What a fake subgraph's resolvers see. */
export interface FakeContext {
  readonly actor: Actor;
  readonly headers: IncomingHttpHeaders;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible"])';

const typeDefs: Readonly<Record<string, DocumentNode>> = {
  members: parse(`${LINK}
    type Query {
      member(by: MemberKey!): Member
      members(first: Int = 50): [Member!]!
      partnerByKeyHash(hash: String!): PartnerIdentity @inaccessible
      whoAmI: String!
      headers: [String!]!
    }
    type Mutation { signIn(email: String!): String! }
    input MemberKey { id: ID }
    type Member @key(fields: "id") { id: ID! displayName: String! }
    type PartnerIdentity @inaccessible { id: ID! name: String! scopes: [String!]! expiresAt: String requestsPerMinute: Int }`),
  ledger: parse(`${LINK}
    type Query { purchase(id: ID!): Purchase brokenPurchase: Purchase }
    type Mutation { confirmPurchase(purchaseId: ID!): Purchase! importReceipts(rows: Int!): Int! }
    type Purchase @key(fields: "id") { id: ID! storeId: ID! total: String! member: Member returns: [Purchase!]! }
    type Member @key(fields: "id") { id: ID! balance: String! purchases(first: Int = 20): [Purchase!]! }`),
  promotions: parse(`${LINK}
    type Query { quotePurchase: String! simulation(id: ID!): Simulation promotion(id: ID!): Promotion }
    type Promotion @key(fields: "id") { id: ID! }
    type Simulation @key(fields: "id") { id: ID! }`),
  communications: parse(`${LINK} type Query { templates: [String!]! }`),
  analytics: parse(`${LINK}
    type Query { metric(input: MetricInput!): MetricResult! }
    input MetricInput { key: String! }
    type MetricResult { key: String! value: Float }`),
};

/** What the fakes know; tests change it. */
export interface FakeFacts {
  /** Of the partner key. */
  requestsPerMinute: number | null;
  revenue: number;
  balances: Record<string, string>;
  hiddenPurchases: Set<string>;
  confirms: number;
  partnerLookups: number;
}

export const supergraphOfFakes = (): string => {
  const services = Object.entries(typeDefs).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: sdl }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map((error) => error.message).join('\n'));
  return supergraphSdl;
};

/** Starts one fake subgraph that verifies actor tokens as the real ones do. */
export async function startFake(
  name: string,
  facts: FakeFacts,
  actorPublicKey: string,
  port = 0,
): Promise<RunningServer> {
  const verify = actorVerifier(readPublicKey(actorPublicKey));
  const sdl = typeDefs[name];
  if (!sdl) throw new Error(`No fake is called ${name}`);
  return startGraphqlServer<FakeContext>({
    schema: buildSubgraphSchema({ typeDefs: sdl, resolvers: resolversOf(facts)[name] as GraphQLResolverMap<unknown> }),
    host: '127.0.0.1',
    port,
    log: createLogger(name, 'silent'),
    metrics: createMetrics(name),
    createContext: async (headers) => ({
      actor: (await verify(headers[ACTOR_HEADER] as string | undefined)) ?? ANONYMOUS,
      headers,
    }),
    checkReady: async () => undefined,
  });
}

type Resolvers = GraphQLResolverMap<FakeContext>;

function resolversOf(facts: FakeFacts): Record<string, Resolvers> {
  const purchase = (id: string) =>
    facts.hiddenPurchases.has(id) ? null : { id, storeId: 'S1', total: '100.00', member: { id: 'm1' }, returns: [] };
  return {
    members: {
      Query: {
        member: (_: unknown, { by }: { by: { id: string } }, ctx: FakeContext) => {
          requirePermission(ctx, 'members.read');
          return { id: by.id, displayName: 'Aigerim' };
        },
        members: () => [{ id: 'm1', displayName: 'Aigerim' }],
        partnerByKeyHash: (_: unknown, { hash }: { hash: string }, { actor }: FakeContext) => {
          if (actor.kind !== 'service') throw new Error('For the gateway alone');
          facts.partnerLookups += 1;
          if (hash !== createHash('sha256').update(PARTNER_KEY).digest('hex')) return null;
          return {
            id: 'key-1',
            name: 'Till',
            scopes: ['members.read', 'receipts.read', 'purchase.confirm'],
            expiresAt: null,
            requestsPerMinute: facts.requestsPerMinute,
          };
        },
        whoAmI: (_: unknown, __: unknown, { actor }: FakeContext) => `${actor.kind}:${actor.id}`,
        headers: (_: unknown, __: unknown, { headers }: FakeContext) =>
          ['x-correlation-id', 'traceparent', 'x-client-address'].map((name) => String(headers[name])),
      },
      Mutation: { signIn: () => 'token' },
      Member: { __resolveReference: ({ id }: { id: string }) => ({ id, displayName: 'Aigerim' }) },
    },
    ledger: {
      Query: {
        purchase: (_: unknown, { id }: { id: string }) => purchase(id),
        brokenPurchase: () => {
          throw new Error('select * from secret_table');
        },
      },
      Mutation: {
        confirmPurchase: (_: unknown, { purchaseId }: { purchaseId: string }, ctx: FakeContext) => {
          requirePermission(ctx, 'purchase.confirm');
          facts.confirms += 1;
          return purchase(purchaseId);
        },
        importReceipts: async (_: unknown, { rows }: { rows: number }) => {
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          return rows;
        },
      },
      Member: {
        balance: ({ id }: { id: string }) => facts.balances[id] ?? '0.00',
        purchases: () => [],
      },
    },
    communications: {
      Query: {
        templates: async () => {
          await new Promise((resolve) => setTimeout(resolve, 3_000));
          return [];
        },
      },
    },
    analytics: {
      Query: {
        metric: (_: unknown, { input }: { input: { key: string } }) => ({ key: input.key, value: facts.revenue }),
      },
    },
  };
}
