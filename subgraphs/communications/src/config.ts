import { readConfig, subgraphSettings } from '@adal/service';
import { z } from 'zod';

const mailFrom = /^[^<>@]+<[^<>@\s]+@[^<>@\s]+>$/;

/** Settings of communications: the frame's and the mail server's. */
const communicationsSettings = subgraphSettings.extend({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).describe('Mail server, smtp:// or smtps://'),
  MAIL_FROM: z.string().regex(mailFrom, 'must read: Name <address@domain>').describe('Sender as members see it'),
  PUBLIC_WEB_URL: z.url({ protocol: /^https?$/ }).describe('The chain’s site for members, linked from mails'),
});
export type CommunicationsConfig = Readonly<z.infer<typeof communicationsSettings>>;

/** Reads the environment once; throws ConfigFault with all faults together. */
export function readCommunicationsConfig(env = process.env): CommunicationsConfig {
  return readConfig(communicationsSettings, env);
}
