import { z } from 'zod';
import { DEFAULT_COUNTRY } from './contacts';

/** Settings every subgraph reads; a subgraph extends this model with its own. */
export const subgraphSettings = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65_535).describe('Port to listen on'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least serious level that is logged'),
  DATABASE_URL: z.string().startsWith('postgres').describe('Postgres of this subgraph'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(12).describe('Most connections to Postgres'),
  REQUESTS_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .default(256)
    .describe('Operations at work at once; what comes on top is told to come again'),
  NATS_URL: z.string().describe('NATS with JetStream'),
  NATS_STREAM_REPLICAS: z.coerce
    .number()
    .int()
    .min(1)
    .max(5)
    .default(1)
    .describe('Copies of each stream; 3 in a cluster of NATS servers'),
  ACTOR_PUBLIC_KEY: z
    .string()
    .min(40)
    .describe('Ed25519 key (SPKI DER, base64url) that checks the gateway’s actor tokens'),
  BUSINESS_TIME_ZONE: z.string().default('Asia/Almaty').describe('Time zone of the chain'),
  PROGRAMME_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code such as KZ')
    .default(DEFAULT_COUNTRY)
    .describe('Country whose national phone notation is read'),
  PROGRAMME_CURRENCY: z.string().length(3).default('KZT').describe('Programme currency, ISO 4217'),
});
export type SubgraphSettings = z.infer<typeof subgraphSettings>;

/** A configuration that cannot be used; the message lists every fault, a line each. */
export class ConfigFault extends Error {}

/** Parses the environment once; throws ConfigFault with all faults together. Values are never printed. */
export function readConfig<T extends z.ZodType>(
  model: T,
  env: Record<string, string | undefined> = process.env,
): Readonly<z.infer<T>> {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = model.safeParse(known);
  if (parsed.success) return Object.freeze(parsed.data);
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || 'environment'}: ${issue.message}`);
  throw new ConfigFault(`Settings are not usable:\n${faults.join('\n')}`);
}
