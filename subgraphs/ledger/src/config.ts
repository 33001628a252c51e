import { subgraphSettings } from '@adal/service';
import { z } from 'zod';

/** The environment of this subgraph. */
export const ledgerSettings = subgraphSettings.extend({
  QUOTE_PUBLIC_KEY: z.string().min(40).describe('Ed25519 key (SPKI DER, base64url) that checks signed quotes'),
  ADJUSTMENT_PROPOSAL_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(90)
    .default(7)
    .describe('Days a proposed adjustment waits for a second pair of eyes'),
  LEDGER_SIGNING_KEY: z
    .string()
    .min(40)
    .optional()
    .describe('Ed25519 key (PKCS8 DER, base64url) that signs statements; none are given without it'),
  PROGRAMME_LEGAL_ENTITY: z.string().min(1).default('MAIN').describe('Legal entity of stores that name none'),
});

export type LedgerConfig = Readonly<z.infer<typeof ledgerSettings>>;
