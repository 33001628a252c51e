import { generateKeyPairSync } from 'node:crypto';
import {
  ANONYMOUS,
  createLogger,
  openDatabase,
  PERMISSIONS,
  TILL_SCOPES,
  type Actor,
  type Permission,
} from '@adal/service';
import { fixedClock, freshDatabase, type FixedClock } from '@adal/testkit';
import { graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import { membersConfig } from '../src/config';
import type { MembersContext } from '../src/context';
import { membersDataSource } from '../src/db/data-source';
import { createLoaders } from '../src/loaders';
import { membersSchema } from '../src/schema';

export const NOW = '2026-11-22T06:00:00.000Z';

const session = generateKeyPairSync('ed25519');
export const sessionPublicKey = session.publicKey;

/** What an operation answered; `code` of the first error, if any. */
export interface Answer<T> {
  readonly data: T;
  readonly code: string | undefined;
}

/** Members with a database of their own and a clock we hold. */
export interface TestMembers {
  readonly db: DataSource;
  readonly clock: FixedClock;
  context(more?: Partial<MembersContext>): MembersContext;
  execute<T = Record<string, unknown>>(
    as: Actor,
    document: string,
    variables?: object,
    more?: Partial<MembersContext>,
  ): Promise<Answer<T>>;
  /** Data of events recorded so far with this subject, oldest first. */
  recorded<T = Record<string, unknown>>(subject: string): Promise<T[]>;
  stop(): Promise<void>;
}

/** Starts them. */
export async function startMembers(): Promise<TestMembers> {
  const database = await freshDatabase({ migrate, template: 'members' });
  const db = await membersDataSource(database.url).initialize();
  const clock = fixedClock(NOW);
  const schema = membersSchema();
  const config = testConfig(database.url);
  const context = (more: Partial<MembersContext> = {}): MembersContext => ({
    db,
    actor: ANONYMOUS,
    now: clock.now(),
    log: createLogger('members', 'silent'),
    correlationId: 'test',
    config,
    loaders: createLoaders(db),
    ...more,
  });
  return {
    db,
    clock,
    context,
    execute: async <T>(actor: Actor, source: string, variables: object = {}, more: Partial<MembersContext> = {}) => {
      const contextValue = context({ ...more, actor });
      const { data, errors } = await graphql({ schema, source, contextValue, variableValues: { ...variables } });
      const [error] = errors ?? [];
      const code = error?.extensions?.['code'];
      if (error && code === undefined) throw error;
      return { data: JSON.parse(JSON.stringify(data ?? {})) as T, code: typeof code === 'string' ? code : undefined };
    },
    recorded: async <T>(subject: string) => {
      const rows: { envelope: string }[] = await db.query(
        'select envelope from outbox where subject = $1 order by seq',
        [subject],
      );
      return rows.map(({ envelope }) => (JSON.parse(envelope) as { data: T }).data);
    },
    stop: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}

/** A member of staff with the given permissions; all of them by default. */
export function staff(...permissions: Permission[]): Actor {
  const granted = new Set<Permission>(permissions.length > 0 ? permissions : PERMISSIONS);
  return {
    kind: 'staff',
    id: '01900000-0000-7000-8000-000000000001',
    name: 'Aigerim',
    permissions: granted,
    storeIds: null,
  };
}

/** A till's key. */
export const till: Actor = {
  kind: 'partner',
  id: 'till',
  name: 'Till 1',
  permissions: new Set(TILL_SCOPES),
  storeIds: null,
};

/** Somebody signed in who may do nothing. */
export const powerless: Actor = { ...till, permissions: new Set() };

async function migrate(url: string): Promise<void> {
  const db = membersDataSource(url);
  await openDatabase(db);
  await db.destroy();
}

function testConfig(databaseUrl: string): MembersContext['config'] {
  return membersConfig({
    PORT: '0',
    DATABASE_URL: databaseUrl,
    NATS_URL: 'nats://127.0.0.1',
    ACTOR_PUBLIC_KEY: 'a'.repeat(59),
    SESSION_PRIVATE_KEY: session.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  });
}
