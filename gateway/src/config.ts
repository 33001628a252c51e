import { subgraphSettings } from '@adal/service';
import { z } from 'zod';

const graphqlUrl = z.url({ protocol: /^https?$/ });
const perSecond = z.coerce.number().min(0.1).max(1_000_000);

/** Everything the gateway reads from its environment. */
export const gatewaySettings = subgraphSettings
  .pick({ HOST: true, PORT: true, LOG_LEVEL: true, NATS_URL: true })
  .extend({
    SUPERGRAPH_PATH: z.string().min(1).describe('File with the composed supergraph'),
    ACTOR_PRIVATE_KEY: z.string().min(40).describe('Ed25519 key (PKCS8 DER, base64url) that signs actor tokens'),
    SESSION_PUBLIC_KEY: z.string().min(40).describe('Ed25519 key (SPKI DER, base64url) that checks staff sessions'),
    MEMBERS_URL: graphqlUrl.describe('GraphQL of members'),
    LEDGER_URL: graphqlUrl.describe('GraphQL of the ledger'),
    PROMOTIONS_URL: graphqlUrl.describe('GraphQL of promotions'),
    COMMUNICATIONS_URL: graphqlUrl.describe('GraphQL of communications'),
    ANALYTICS_URL: graphqlUrl.describe('GraphQL of analytics'),
    SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(100).default(5_000).describe('Longest wait for a subgraph'),
    SUBGRAPH_SLOW_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .min(100)
      .default(60_000)
      .describe('The same for imports, segments of everybody and checks of the whole ledger'),
    SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).default(64).describe('Most connections to one subgraph'),
    SUBGRAPH_WAITING: z.coerce
      .number()
      .int()
      .min(0)
      .default(64)
      .describe('Requests that may wait for a connection to one subgraph; what comes on top is told to come again'),
    RATE_PARTNER: perSecond
      .default(1_000)
      .describe('Requests a second of a partner key that has no rate of its own; ten seconds of it may come at once'),
    RATE_STAFF: perSecond.default(50).describe('The same for one member of staff'),
    RATE_ANONYMOUS: perSecond.default(20).describe('The same for one address without a token'),
    RATE_REPLICAS: z.coerce
      .number()
      .int()
      .min(1)
      .default(1)
      .describe('Gateways that share the requests; each allows its part of every rate'),
    TRUSTED_PROXIES: z
      .string()
      .default('127.0.0.1/32,::1/128')
      .transform((text) =>
        text
          .split(',')
          .map((range) => range.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.union([z.cidrv4(), z.cidrv6()])))
      .describe('Networks whose x-forwarded-for is believed'),
    INTROSPECTION_FOR_ALL: z.stringbool().default(false).describe('Lets callers without a token read the schema'),
    LIVE_STREAMS_PER_CALLER: z.coerce
      .number()
      .int()
      .min(1)
      .default(30)
      .describe('Live streams one caller may hold open'),
  });
export type GatewaySettings = z.infer<typeof gatewaySettings>;

/** Subgraphs by the name they have in the supergraph. */
export function subgraphUrls(settings: GatewaySettings): Readonly<Record<string, string>> {
  return {
    members: settings.MEMBERS_URL,
    ledger: settings.LEDGER_URL,
    promotions: settings.PROMOTIONS_URL,
    communications: settings.COMMUNICATIONS_URL,
    analytics: settings.ANALYTICS_URL,
  };
}
