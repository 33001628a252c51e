import { readConfig, subgraphSettings } from '@adal/service';
import { z } from 'zod';
import { bootstrapStaffSchema } from './features/staff';

const settings = subgraphSettings.extend({
  PROGRAMME_LANGUAGE: z.enum(['ru', 'kk', 'en']).default('ru').describe('Language of members who chose none'),
  SESSION_PRIVATE_KEY: z.string().min(40).describe('Ed25519 key (PKCS8 DER, base64url) that signs access tokens'),
  BOOTSTRAP_ADMIN_EMAIL: z.email().optional().describe('First administrator, made when there is no staff at all'),
  BOOTSTRAP_ADMIN_PASSWORD: z.string().min(12).optional().describe('Password of the first administrator'),
  BOOTSTRAP_STAFF: bootstrapStaffSchema.optional().describe('JSON list of staff to have, for demonstrations'),
  BOOTSTRAP_PARTNER_KEY: z.string().min(40).optional().describe('A whole partner key to have, for demonstrations'),
});

/** Settings of this subgraph. */
export type MembersConfig = Readonly<z.infer<typeof settings>>;

/** Reads the environment; throws one fault that lists everything wrong. */
export const membersConfig = (env = process.env): MembersConfig => readConfig(settings, env);
