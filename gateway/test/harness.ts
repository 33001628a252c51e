import { newId, PERMISSIONS } from '@adal/service';
import { freePort } from '@adal/local';
import { SignJWT } from 'jose';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewaySettings, startGateway, type GatewaySettings, type RunningGateway } from '../src/index';
import type { RunningServer } from '@adal/service';
import { startFake, supergraphOfFakes, type FakeFacts } from './fake-subgraphs';

export interface SessionClaims {
  sub?: string;
  permissions?: readonly string[];
  storeIds?: string[] | null;
  lifetimeSeconds?: number;
  typ?: string;
}

/** A pair of Ed25519 keys in the notation of the environment. */
export function keyPair(): { privateKey: string; publicKey: string } {
  const pair = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  return { privateKey: pair.privateKey.toString('base64url'), publicKey: pair.publicKey.toString('base64url') };
}

/** A staff session as members sign it. */
export function signSession(privateKey: string, claims: SessionClaims = {}): Promise<string> {
  const {
    sub = 'staff-1',
    permissions = PERMISSIONS,
    storeIds = null,
    lifetimeSeconds = 900,
    typ = 'adal-session+jwt',
  } = claims;
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
  return new SignJWT({ kind: 'staff', name: 'Dana', permissions, storeIds, sid: newId() })
    .setProtectedHeader({ alg: 'EdDSA', typ })
    .setSubject(sub)
    .setIssuer('adal-members')
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + lifetimeSeconds)
    .sign(key);
}

export interface TestGateway {
  readonly url: string;
  readonly facts: FakeFacts;
  session(claims?: SessionClaims): Promise<string>;
  /** Sends an operation; answers status, headers and body. */
  send(query: string, options?: SendOptions): Promise<{ status: number; headers: Headers; body: GraphqlBody }>;
  stopFake(name: string): Promise<void>;
  startFake(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface SendOptions {
  token?: string;
  variables?: Record<string, unknown>;
  headers?: Record<string, string>;
}
export interface GraphqlBody {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string; subgraph?: string } }[];
}

/** A gateway over fake subgraphs; promotions is never up. */
export async function startTestGateway(
  natsUrl: string,
  overrides: Partial<Record<keyof GatewaySettings, string>> = {},
): Promise<TestGateway> {
  const [actor, session] = [keyPair(), keyPair()];
  const facts: FakeFacts = {
    revenue: 0,
    balances: {},
    hiddenPurchases: new Set(),
    confirms: 0,
    partnerLookups: 0,
    requestsPerMinute: null,
  };
  const fakes = new Map<string, RunningServer>();
  const ports = new Map<string, number>([['promotions', await freePort()]]);
  const start = async (name: string): Promise<void> => {
    const fake = await startFake(name, facts, actor.publicKey, ports.get(name));
    ports.set(name, fake.port);
    fakes.set(name, fake);
  };
  for (const name of ['members', 'ledger', 'communications', 'analytics']) await start(name);
  const folder = mkdtempSync(join(tmpdir(), 'adal-gateway-'));
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, supergraphOfFakes());
  const urls = Object.fromEntries(
    [...ports].map(([name, port]) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${port}/graphql`]),
  );
  const gateway: RunningGateway = await startGateway(
    gatewaySettings.parse({
      PORT: '0',
      LOG_LEVEL: 'silent',
      NATS_URL: natsUrl,
      SUPERGRAPH_PATH: supergraph,
      ACTOR_PRIVATE_KEY: actor.privateKey,
      SESSION_PUBLIC_KEY: session.publicKey,
      SUBGRAPH_TIMEOUT_MS: '1000',
      ...urls,
      ...overrides,
    }),
    false,
  );
  const url = `http://127.0.0.1:${gateway.port}`;
  const stopFake = async (name: string): Promise<void> => {
    fakes.get(name)?.server.closeAllConnections();
    await fakes.get(name)?.stop();
    fakes.delete(name);
  };
  return {
    url,
    facts,
    session: (claims) => signSession(session.privateKey, claims),
    send: (query, options) => send(`${url}/graphql`, query, options),
    startFake: start,
    stopFake,
    stop: async () => {
      await gateway.stop();
      await Promise.all([...fakes.keys()].map(stopFake));
      rmSync(folder, { recursive: true });
    },
  };
}

async function send(url: string, query: string, { token, variables, headers = {} }: SendOptions = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as GraphqlBody };
}
