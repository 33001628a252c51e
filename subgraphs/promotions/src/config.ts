import { subgraphSettings, type SubgraphSettings } from '@adal/service';
import { getCountries, type CountryCode } from 'libphonenumber-js/min';
import { z } from 'zod';

/** The environment of this subgraph. */
export const promotionsSettings = subgraphSettings.extend({
  QUOTE_PRIVATE_KEY: z.string().min(40).describe('Ed25519 key (PKCS8 DER, base64url) that signs quotes'),
  PROGRAMME_COUNTRY: z
    .custom<CountryCode>((value) => (getCountries() as unknown[]).includes(value), 'must be an ISO 3166-1 country')
    .default('KZ')
    .describe('Country whose national phone notation is understood'),
  PROGRAMME_LANGUAGE: z.enum(['ru', 'kk', 'en']).default('ru').describe('Language of receipts without another'),
});

export type PromotionsConfig = Readonly<z.infer<typeof promotionsSettings> & SubgraphSettings>;
