import { ANONYMOUS, createLogger, openDatabase, PERMISSIONS, type Actor, type Permission } from '@adal/service';
import { fixedClock, freshDatabase, type FixedClock } from '@adal/testkit';
import { graphql, type ExecutionResult } from 'graphql';
import type { DataSource } from 'typeorm';
import { readCommunicationsConfig } from '../src/config';
import { communicationsConsumers } from '../src/consumers';
import type { CommunicationsContext } from '../src/context';
import { communicationsDataSource } from '../src/db/data-source';
import type { Delivery, MailChannel, OutgoingMail } from '../src/features/channels';
import { saveContacts } from '../src/features/contacts';
import { compileTemplates, type RenderTemplate, type TemplateSettings } from '../src/features/templates';
import { communicationsSchema } from '../src/schema';
import { aMember, NOW } from './builders';

/** Communications with a database of its own, a clock we hold and a mail channel we own. */
export interface TestCommunications {
  readonly db: DataSource;
  readonly clock: FixedClock;
  /** Mails that left, in order. */
  readonly mails: OutgoingMail[];
  readonly render: RenderTemplate;
  readonly consumers: ReturnType<typeof communicationsConsumers>;
  context(more?: Partial<CommunicationsContext>): CommunicationsContext;
  execute(as: Actor, document: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** Saves a member as the members subgraph would tell of them. */
  enrol(more?: Parameters<typeof aMember>[0]): Promise<ReturnType<typeof aMember>>;
  stop(): Promise<void>;
}

/** Starts it. `deliver` says what becomes of each mail; by default all are taken. */
export async function startCommunications(
  deliver: (mail: OutgoingMail) => Promise<Delivery> = async () => ({ outcome: 'TAKEN' }),
): Promise<TestCommunications> {
  const database = await freshDatabase({ migrate, template: 'communications' });
  const db = await communicationsDataSource(database.url).initialize();
  const clock = fixedClock(NOW);
  const mails: OutgoingMail[] = [];
  const mail: MailChannel = {
    send: async (outgoing) => {
      const delivery = await deliver(outgoing);
      if (delivery.outcome === 'TAKEN') mails.push(outgoing);
      return delivery;
    },
    close: () => undefined,
  };
  const render = await testTemplates();
  const schema = communicationsSchema();
  const context = (more: Partial<CommunicationsContext> = {}): CommunicationsContext => ({
    db,
    actor: ANONYMOUS,
    now: clock.now(),
    log: createLogger('communications', 'silent'),
    correlationId: 'test',
    config: testConfig(database.url),
    render,
    mail,
    clock: clock.now,
    ...more,
  });
  return {
    db,
    clock,
    mails,
    render,
    consumers: communicationsConsumers({ render, clock: clock.now }),
    context,
    execute: (actor, source, variables) =>
      graphql({
        schema,
        source,
        contextValue: context({ actor }),
        ...(variables ? { variableValues: variables } : {}),
      }),
    enrol: async (more) => {
      const member = aMember(more);
      await saveContacts(db.manager, [member]);
      return member;
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
  return { kind: 'staff', id: 'staff-1', name: 'Staff', permissions: granted, storeIds: null };
}

/** The real templates as a chain in Almaty has them. */
export function testTemplates(more: Partial<TemplateSettings> = {}): Promise<RenderTemplate> {
  return compileTemplates({
    brand: 'Дала',
    webUrl: 'https://dala.example',
    currency: 'KZT',
    timeZone: 'Asia/Almaty',
    ...more,
  });
}

function testConfig(databaseUrl: string): CommunicationsContext['config'] {
  return readCommunicationsConfig({
    PORT: '0',
    DATABASE_URL: databaseUrl,
    NATS_URL: 'nats://127.0.0.1',
    ACTOR_PUBLIC_KEY: 'a'.repeat(59),
    SMTP_URL: 'smtp://127.0.0.1',
    MAIL_FROM: 'Дала <no-reply@dala.example>',
    PUBLIC_WEB_URL: 'https://dala.example',
  });
}

async function migrate(url: string): Promise<void> {
  const db = communicationsDataSource(url);
  await openDatabase(db);
  await db.destroy();
}
