import { subgraphSettings, type SubgraphSettings } from '@adal/service';
import { z } from 'zod';

/** The environment of this subgraph. */
export const promotionsSettings = subgraphSettings.extend({
  QUOTE_PRIVATE_KEY: z.string().min(40).describe('Ed25519 key (PKCS8 DER, base64url) that signs quotes'),
  SIMULATION_THREADS: z.coerce.number().int().min(1).max(16).default(2).describe('Threads that replay receipts'),
  PROGRAMME_LANGUAGE: z.enum(['ru', 'kk', 'en']).default('ru').describe('Language of receipts without another'),
});

export type PromotionsConfig = Readonly<z.infer<typeof promotionsSettings> & SubgraphSettings>;
