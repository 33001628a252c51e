import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceSpec } from './keep-alive';
import type { Logs } from './logs';
import { startNats, type Nats } from './nats';
import { startNodeService } from './node-service';
import { startPostgres, type Postgres } from './postgres';
import { SUBGRAPHS, type ServiceName, type StackPlan, type Subgraph } from './stack-plan';

export interface ServiceOptions {
  /** false trades safety against power cuts for speed. */
  durable: boolean;
  /** The web rebuilds itself on change instead of serving its build. */
  watch: boolean;
  /** Where Postgres copies its write-ahead log to; nowhere when absent. */
  walArchive?: string;
  /** Settings on top of those worked out here, for every service. */
  env: Record<string, string>;
}

export interface StackServices {
  specs: ServiceSpec[];
  /** The database of a subgraph; known once Postgres serves. */
  databaseUrl(subgraph: Subgraph): string;
}

/** How each service of the plan is started, and what it needs. */
export function stackServices(plan: StackPlan, options: ServiceOptions, logs: Logs): StackServices {
  let postgres: Postgres | undefined;
  const databaseUrl = (name: Subgraph) => {
    const url = plan.external.databases[name] ?? postgres?.urlOf(databaseOf(name));
    if (!url) throw new Error(`The database of ${name} is not up.`);
    return url;
  };
  const nodeService = (name: Listening, needs: string[], describe: () => Described): ServiceSpec => ({
    name,
    needs,
    start: (signal) => {
      const { script, env, ready = '/health/ready', cwd = plan.root } = describe();
      const readyUrl = `${plan.urls[name]}${ready}`;
      const NODE_ENV = options.watch ? 'development' : 'production';
      return startNodeService(
        {
          ...{ script, cwd, env: { NODE_ENV, ...env, ...options.env }, readyUrl },
          ...{ givesWay: GIVING_WAY.has(name), onLine: logs.lineOf(name) },
        },
        signal,
      );
    },
  });
  const specs: ServiceSpec[] = [
    {
      name: 'postgres',
      needs: [],
      start: async () => {
        postgres = await startLocalPostgres(plan, options, logs);
        return postgres;
      },
    },
    { name: 'nats', needs: [], start: () => startLocalNats(plan, logs) },
    nodeService('mail', [], () => mailService(plan)),
    ...SUBGRAPHS.map((name) =>
      nodeService(name, ['postgres', 'nats', 'mail'], () => subgraph(plan, name, databaseUrl(name))),
    ),
    nodeService('gateway', ['nats', ...SUBGRAPHS], () => gateway(plan)),
    nodeService('web', ['gateway'], () => web(plan, options.watch)),
  ];
  return { specs: specs.filter((spec) => plan.services.has(spec.name as ServiceName)), databaseUrl };
}

/** No till waits for them: what they have not done yet stays in the streams. */
const GIVING_WAY: ReadonlySet<string> = new Set(['communications', 'analytics', 'mail']);

type Listening = Subgraph | 'mail' | 'gateway' | 'web';

function startLocalPostgres(
  { dataDir, ports, external }: StackPlan,
  { durable, walArchive }: ServiceOptions,
  logs: Logs,
): Promise<Postgres> {
  const databases = SUBGRAPHS.filter((name) => !external.databases[name]).map(databaseOf);
  const onLine = logs.lineOf('postgres', 'warn');
  return startPostgres({
    ...{ dataDir: join(dataDir, 'postgres'), port: ports.postgres, databases, durable, onLine },
    ...(walArchive === undefined ? {} : { walArchive }),
  });
}

function startLocalNats({ dataDir, ports }: StackPlan, logs: Logs): Promise<Nats> {
  return startNats({ storeDir: join(dataDir, 'nats'), port: ports.nats, onLine: logs.lineOf('nats', 'warn') });
}

interface Described {
  script: string[];
  env: Record<string, string>;
  cwd?: string;
  ready?: string;
}

function databaseOf(name: Subgraph): string {
  return `adal_${name}`;
}

function mailService({ ports, dataDir, root }: StackPlan): Described {
  return {
    script: [join(root, 'packages', 'local', 'dist', 'mail', 'main.js')],
    env: { PORT: `${ports.mail}`, SMTP_PORT: `${ports.smtp}`, MAIL_DIR: join(dataDir, 'mail') },
  };
}

function subgraph(plan: StackPlan, name: Subgraph, databaseUrl: string): Described {
  const { ports, urls, keys, admin, dataDir, root } = plan;
  const own: Record<Subgraph, Record<string, string>> = {
    members: {
      SESSION_PRIVATE_KEY: keys.session.privateKey,
      SESSION_PUBLIC_KEY: keys.session.publicKey,
      BOOTSTRAP_ADMIN_EMAIL: admin.email,
      BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    },
    ledger: { QUOTE_PUBLIC_KEY: keys.quote.publicKey, LEDGER_SIGNING_KEY: keys.ledger.privateKey },
    promotions: { QUOTE_PRIVATE_KEY: keys.quote.privateKey },
    communications: {
      SMTP_URL: urls.smtp,
      MAIL_FROM: process.env['MAIL_FROM'] ?? 'Adal <no-reply@adal.local>',
      PUBLIC_WEB_URL: urls.web,
    },
    analytics: {
      DUCKDB_PATH: process.env['DUCKDB_PATH'] ?? join(dataDir, 'analytics.duckdb'),
      DUMP_FOLDER: process.env['DUMP_FOLDER'] ?? join(dataDir, 'dumps'),
    },
  };
  return {
    script: ['--enable-source-maps', join(root, 'subgraphs', name, 'dist', 'main.js')],
    env: {
      PORT: `${ports[name]}`,
      DATABASE_URL: databaseUrl,
      NATS_URL: urls.nats,
      ACTOR_PUBLIC_KEY: keys.actor.publicKey,
      ...own[name],
    },
  };
}

function gateway({ ports, urls, keys, root }: StackPlan): Described {
  const subgraphs = SUBGRAPHS.map((name): [string, string] => [`${name.toUpperCase()}_URL`, `${urls[name]}/graphql`]);
  return {
    script: ['--enable-source-maps', join(root, 'gateway', 'dist', 'main.js')],
    env: {
      PORT: `${ports.gateway}`,
      NATS_URL: urls.nats,
      ACTOR_PRIVATE_KEY: keys.actor.privateKey,
      SESSION_PUBLIC_KEY: keys.session.publicKey,
      SUPERGRAPH_PATH: join(root, 'supergraph.graphql'),
      ...Object.fromEntries(subgraphs),
    },
  };
}

function web({ ports, urls, root }: StackPlan, watch: boolean): Described {
  const standalone = join(root, 'web', '.next', 'standalone', 'web', 'server.js');
  const next = join(root, 'node_modules', '.bin', 'next');
  if (!watch && !existsSync(standalone)) throw new Error('it is not built; npm start builds it');
  return {
    script: watch ? [next, 'dev', '--hostname', '127.0.0.1', '--port', `${ports.web}`] : [standalone],
    cwd: join(root, 'web'),
    env: {
      PORT: `${ports.web}`,
      HOSTNAME: '127.0.0.1',
      GATEWAY_URL: urls.gateway,
      PUBLIC_BASE_URL: process.env['PUBLIC_BASE_URL'] ?? urls.web,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    ready: '/',
  };
}
