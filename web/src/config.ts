import { z } from 'zod';

const schema = z.object({
  GATEWAY_URL: z.url().default('http://127.0.0.1:4000'),
  PUBLIC_BASE_URL: z.url().default('http://127.0.0.1:3000'),
  BUSINESS_TIME_ZONE: z.string().default('Asia/Almaty'),
  PROGRAMME_CURRENCY: z.string().length(3).default('KZT'),
});

export interface Config {
  gatewayUrl: string;
  /** Cookies are marked Secure when the public address is https. */
  secureCookies: boolean;
  timeZone: string;
  currency: string;
}

let parsed: Config | undefined;

/** The server's settings, read on first use: a build machine has none of them. */
export function config(): Config {
  parsed ??= parseConfig(process.env);
  return parsed;
}

function parseConfig(env: NodeJS.ProcessEnv): Config {
  const result = schema.safeParse(env);
  if (!result.success) throw new Error(`Settings of web:\n${z.prettifyError(result.error)}`);
  const { GATEWAY_URL, PUBLIC_BASE_URL, BUSINESS_TIME_ZONE, PROGRAMME_CURRENCY } = result.data;
  return {
    gatewayUrl: GATEWAY_URL.replace(/\/$/, ''),
    secureCookies: PUBLIC_BASE_URL.startsWith('https:'),
    timeZone: BUSINESS_TIME_ZONE,
    currency: PROGRAMME_CURRENCY,
  };
}
