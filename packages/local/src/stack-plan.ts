import { join } from 'node:path';
import { ensureKeys, type Keys } from './keys';
import { assertPortFree, freePorts } from './ports';
import { repoRoot } from './repo-root';
import { resetData } from './reset';

export const SUBGRAPHS = ['members', 'ledger', 'promotions', 'communications', 'analytics'] as const;
export type Subgraph = (typeof SUBGRAPHS)[number];

const DEFAULT_PORTS = {
  web: 3000,
  gateway: 4000,
  members: 4001,
  ledger: 4002,
  promotions: 4003,
  communications: 4004,
  analytics: 4005,
  smtp: 4025,
  mail: 4080,
  postgres: 54329,
  nats: 42229,
} as const;
type PortName = keyof typeof DEFAULT_PORTS;

/** What `startStack` can run; Postgres, NATS and the mail sink come with whatever needs them. */
export type ServiceName = Subgraph | 'gateway' | 'web' | 'mail' | 'postgres' | 'nats';

export interface StackPlan {
  root: string;
  dataDir: string;
  ports: Record<PortName, number>;
  keys: Keys;
  services: ReadonlySet<ServiceName>;
  /** Databases and streams that somebody else runs. */
  external: { databases: Partial<Record<Subgraph, string>>; nats: string | undefined };
  admin: { email: string; password: string };
  urls: Record<Subgraph | 'gateway' | 'graphql' | 'web' | 'mail' | 'smtp' | 'nats', string>;
}

export interface PlanOptions {
  dataDir: string;
  ports: 'default' | 'free';
  services: readonly ServiceName[];
  reset: boolean;
}

/** Decides ports, addresses and keys before anything starts; a taken port is refused here, in one sentence. */
export async function planStack({ dataDir, ports: choice, services, reset }: PlanOptions): Promise<StackPlan> {
  const env = process.env;
  const external = {
    databases: Object.fromEntries(SUBGRAPHS.map((name) => [name, env[`DATABASE_URL_${name.toUpperCase()}`]])),
    nats: env['NATS_URL'],
  };
  const wanted = withWhatTheyNeed(services, external);
  const ports = choice === 'free' ? await anyPorts() : portsFromEnvironment(env);
  if (choice === 'default') await assertPortsFree(ports, wanted);
  if (reset) resetData(dataDir);
  return {
    root: repoRoot(),
    dataDir,
    ports,
    keys: ensureKeys(join(dataDir, 'keys.json')),
    services: wanted,
    external,
    admin: {
      email: env['BOOTSTRAP_ADMIN_EMAIL'] ?? 'admin@adal.local',
      password: env['BOOTSTRAP_ADMIN_PASSWORD'] ?? 'adal-admin-2026',
    },
    urls: urlsOf(ports, external.nats),
  };
}

function withWhatTheyNeed(services: readonly ServiceName[], external: StackPlan['external']): Set<ServiceName> {
  const wanted = new Set(services);
  const subgraphs = SUBGRAPHS.filter((name) => wanted.has(name));
  if (subgraphs.some((name) => !external.databases[name])) wanted.add('postgres');
  if (!external.nats && (subgraphs.length > 0 || wanted.has('gateway'))) wanted.add('nats');
  if (wanted.has('communications')) wanted.add('mail');
  return wanted;
}

async function anyPorts(): Promise<Record<PortName, number>> {
  const names = Object.keys(DEFAULT_PORTS);
  const free = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [name, free[index]])) as Record<PortName, number>;
}

function portsFromEnvironment(env: NodeJS.ProcessEnv): Record<PortName, number> {
  const ports = Object.entries(DEFAULT_PORTS).map(([name, port]) => [name, Number(env[variableOf(name)] ?? port)]);
  return Object.fromEntries(ports) as Record<PortName, number>;
}

/** The variable that moves a port: LEDGER_PORT and so on. */
function variableOf(name: string): string {
  return `${name.toUpperCase()}_PORT`;
}

async function assertPortsFree(ports: StackPlan['ports'], services: ReadonlySet<ServiceName>): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    const service = (name === 'smtp' ? 'mail' : name) as ServiceName;
    if (services.has(service)) await assertPortFree(port, name, variableOf(name));
  }
}

function urlsOf(ports: StackPlan['ports'], nats: string | undefined): StackPlan['urls'] {
  const http = (port: number) => `http://127.0.0.1:${port}`;
  const subgraphs = Object.fromEntries(SUBGRAPHS.map((name) => [name, http(ports[name])])) as Record<Subgraph, string>;
  return {
    ...subgraphs,
    gateway: http(ports.gateway),
    graphql: `${http(ports.gateway)}/graphql`,
    web: http(ports.web),
    mail: http(ports.mail),
    smtp: `smtp://127.0.0.1:${ports.smtp}`,
    nats: nats ?? `nats://127.0.0.1:${ports.nats}`,
  };
}
