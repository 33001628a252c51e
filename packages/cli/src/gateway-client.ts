import { readFileSync } from 'node:fs';
import { request } from 'undici';
import { z } from 'zod';

/** What `npm start` leaves in .data/demo.json, as far as this tool reads it. */
const localStackSchema = z.object({
  gatewayUrl: z.string(),
  staff: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })).default([]),
});

/** Where the graph is and who asks. */
export interface GatewayAccess {
  readonly url: string;
  /** A partner key, or the credentials of a member of staff. */
  readonly key?: string;
  readonly email?: string;
  readonly password?: string;
}

/** A sentence for the operator; printed without a stack. */
export class OperatorError extends Error {}

/** Settings in order: options, ADAL_GATEWAY_URL / ADAL_KEY, the local stack's administrator. */
export function resolveAccess(options: { gateway?: string; key?: string }, demoFile: string): GatewayAccess {
  const local = readLocalStack(demoFile);
  const url = options.gateway ?? process.env['ADAL_GATEWAY_URL'] ?? local?.gatewayUrl;
  if (!url)
    throw new OperatorError('No gateway is known: run `npm start` first, or set ADAL_GATEWAY_URL and ADAL_KEY.');
  const key = options.key ?? process.env['ADAL_KEY'];
  if (key) return { url, key };
  const administrator = local?.staff.find((person) => person.role === 'ADMINISTRATOR');
  if (!administrator)
    throw new OperatorError('No key is known: set ADAL_KEY to a partner key with the scopes this command needs.');
  return { url, email: administrator.email, password: administrator.password };
}

function readLocalStack(file: string): z.infer<typeof localStackSchema> | null {
  try {
    return localStackSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

const TRIES_MAX = 6;

/** Asks the graph. Signs in when needed; retries what did not reach an answer: every mutation here is idempotent. */
export class GatewayClient {
  private token: string | null = null;

  constructor(private readonly access: GatewayAccess) {}

  async ask<T>(document: string, variables: Record<string, unknown> = {}): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.tryOnce<T>(document, variables).catch((error: unknown) => ({ retry: describe(error) }));
      if ('data' in answer) return answer.data;
      if (tries >= TRIES_MAX)
        throw new OperatorError(`The gateway at ${this.access.url} gives no answer: ${answer.retry}`);
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** tries));
    }
  }

  private async tryOnce<T>(
    document: string,
    variables: Record<string, unknown>,
  ): Promise<{ data: T } | { retry: string }> {
    this.token ??= await this.signIn();
    const { status, body } = await post(this.access.url, { query: document, variables }, this.token);
    const code = body.errors?.[0]?.extensions?.code;
    if (code === 'UNAUTHENTICATED' && !this.access.key) {
      this.token = null;
      return { retry: 'the session ended' };
    }
    if (status === 429 || status >= 502 || code === 'SUBGRAPH_UNAVAILABLE')
      return { retry: body.errors?.[0]?.message ?? `status ${status}` };
    if (body.errors?.[0]) throw new OperatorError(body.errors[0].message);
    return { data: body.data as T };
  }

  private async signIn(): Promise<string> {
    if (this.access.key) return this.access.key;
    const { body } = await post(
      this.access.url,
      {
        query: `mutation SignIn($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } ... on UserError { message } } }`,
        variables: { input: { email: this.access.email, password: this.access.password } },
      },
      null,
    );
    const answer = (body.data as { signIn?: { accessToken?: string; message?: string } } | null)?.signIn;
    if (answer?.message) throw new OperatorError(answer.message);
    if (!answer?.accessToken) throw new Error(body.errors?.[0]?.message ?? 'sign-in gave no answer');
    return answer.accessToken;
  }
}

interface GraphqlBody {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

async function post(
  url: string,
  payload: unknown,
  token: string | null,
): Promise<{ status: number; body: GraphqlBody }> {
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(payload),
    headersTimeout: 120_000,
    bodyTimeout: 120_000,
  });
  const text = await response.body.text();
  try {
    return { status: response.statusCode, body: JSON.parse(text) as GraphqlBody };
  } catch {
    throw new Error(`status ${response.statusCode} without JSON`);
  }
}

function describe(error: unknown): string {
  if (error instanceof OperatorError) throw error;
  return error instanceof Error ? error.message || error.name : String(error);
}
