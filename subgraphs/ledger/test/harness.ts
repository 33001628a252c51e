import { generateKeyPairSync } from 'node:crypto';
import type { EventConsumer, MemberSnapshot, QuotePayload } from '@adal/events';
import {
  ANONYMOUS,
  createLogger,
  newId,
  openDatabase,
  PERMISSIONS,
  readConfig,
  type Actor,
  type Permission,
} from '@adal/service';
import { freshDatabase } from '@adal/testkit';
import { graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import { ledgerSettings } from '../src/config';
import { createLedgerContext, type LedgerContext } from '../src/context';
import { ledgerDataSource } from '../src/db/data-source';
import { onMemberSaved } from '../src/features/members';
import { createBookings } from '../src/features/purchases';
import { createStoreDirectory } from '../src/features/stores';
import { ledgerSchema } from '../src/schema';
import { aMember, aQuote, signQuote, type LineFacts } from './builders';

/** Sunday, 22 November 2026, 15:00 in Almaty. */
export const NOW = new Date('2026-11-22T10:00:00Z');

/** Who asks, and when. */
export interface Asking {
  readonly permissions?: readonly Permission[];
  readonly storeIds?: readonly string[] | null;
  readonly kind?: Actor['kind'];
  readonly id?: string;
  readonly name?: string;
  /** Role of staff. */
  readonly role?: string;
  readonly now?: Date;
}

export interface Answer<T> {
  readonly data: T;
  /** Codes of the GraphQL errors. */
  readonly errors: readonly unknown[];
}

/** The subgraph on a database of its own, without HTTP and without streams, with the stores S1 (MAIN) and S2 (SOUTH). */
export interface TestLedger {
  readonly db: DataSource;
  context(asking?: Asking): LedgerContext;
  ask<T = Record<string, never>>(document: string, variables?: object, asking?: Asking): Promise<Answer<T>>;
  quote(lines: readonly LineFacts[], facts?: Partial<QuotePayload>): string;
  haveMember(facts?: Partial<MemberSnapshot>): Promise<string>;
  /** Gives the member points through a purchase that earns them at once. */
  havePoints(memberId: string, pointsMinor: number, facts?: Partial<QuotePayload>): Promise<void>;
  deliver(consumer: EventConsumer, ...data: object[]): Promise<void>;
  /** Data of events recorded so far with this subject, oldest first. */
  recorded<T = Record<string, never>>(subject: string): Promise<T[]>;
  stop(): Promise<void>;
}

/** Starts it. */
export async function startLedger(): Promise<TestLedger> {
  const database = await freshDatabase({ template: 'ledger', migrate });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const config = readConfig(ledgerSettings, {
    PORT: '0',
    DATABASE_URL: database.url,
    NATS_URL: 'nats://unused',
    ACTOR_PUBLIC_KEY: 'x'.repeat(60),
    LEDGER_SIGNING_KEY: generateKeyPairSync('ed25519')
      .privateKey.export({ format: 'der', type: 'pkcs8' })
      .toString('base64url'),
    QUOTE_PUBLIC_KEY: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
  });
  const db = ledgerDataSource(database.url, 12);
  await openDatabase(db);
  const schema = ledgerSchema();
  const parts = { config, quoteKey: publicKey, stores: createStoreDirectory(db), bookings: createBookings(db) };
  const log = createLogger('ledger', 'silent');
  const context = ({
    permissions = PERMISSIONS,
    storeIds = null,
    kind = 'staff',
    id = '',
    name = '',
    role = 'ADMINISTRATOR',
    now = NOW,
  }: Asking = {}): LedgerContext => {
    const actor: Actor = { ...ANONYMOUS, kind, id, name, role, permissions: new Set(permissions), storeIds };
    return createLedgerContext({ db, actor, now, log, correlationId: 'test' }, parts);
  };
  const ask = async <T>(source: string, variables: object = {}, asking?: Asking): Promise<Answer<T>> => {
    const result = await graphql({ schema, source, contextValue: context(asking), variableValues: { ...variables } });
    const errors = (result.errors ?? []).map(({ extensions, message, originalError }) => {
      if (originalError && !extensions['code']) throw originalError;
      return extensions['code'] ?? message;
    });
    return { data: JSON.parse(JSON.stringify(result.data ?? null)) as T, errors };
  };
  const quote = (lines: readonly LineFacts[], facts?: Partial<QuotePayload>): string =>
    signQuote(aQuote(lines, facts), privateKey);
  const deliver = (consumer: EventConsumer, ...data: object[]): Promise<void> =>
    db.transaction((tx) =>
      consumer.handle(
        tx,
        data.map((item) => ({
          id: newId(),
          subject: consumer.contract.subject,
          occurredAt: NOW,
          correlationId: 'test',
          data: item,
        })),
      ),
    );
  await ask(HAVE_STORES);
  return {
    db,
    context,
    ask,
    quote,
    deliver,
    haveMember: async (facts) => {
      const member = aMember(facts);
      await deliver(onMemberSaved, { member });
      return member.memberId;
    },
    havePoints: async (memberId, pointsMinor, facts) => {
      const token = quote([{ earnedMinor: pointsMinor }], { memberId, ...facts });
      const { data } = await ask<{ confirmPurchase: { __typename: string } }>(
        'mutation ($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) { __typename } }',
        { input: { purchaseId: newId(), quote: token } },
      );
      expect(data.confirmPurchase.__typename).toBe('PurchaseConfirmed');
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

const HAVE_STORES = `mutation {
  s1: saveStore(input: { id: "S1", name: "Dostyk", city: "Almaty" }) { __typename }
  s2: saveStore(input: { id: "S2", name: "Mega", city: "Astana", legalEntity: "SOUTH" }) { __typename }
}`;

async function migrate(url: string): Promise<void> {
  const db = ledgerDataSource(url, 2);
  await openDatabase(db);
  await db.destroy();
}
