import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { EventConsumer, MemberSnapshot, ReceivedEvent, StoreSnapshot } from '@adal/events';
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
import { promotionsSettings } from '../src/config';
import { createContext, type PromotionsContext } from '../src/context';
import { promotionsDataSource } from '../src/db/data-source';
import { livePricing, quoteSigner } from '../src/features/quotes';
import { onMemberSaved } from '../src/features/members';
import { onStoreSaved } from '../src/features/stores';
import { promotionsSchema } from '../src/schema';
import { aMember, aPromotion, aStore, type WirePromotion } from './builders';

/** Sunday, 22 November 2026, 15:00 in Almaty. */
export const NOW = new Date('2026-11-22T10:00:00Z');

export interface Answer<T> {
  data: T;
  /** Codes of the GraphQL errors. */
  errors: unknown[];
}

export interface Asking {
  permissions?: readonly Permission[];
  storeIds?: readonly string[];
  now?: Date;
  /** Who asks. */
  actorId?: string;
}

export interface Promotions {
  db: DataSource;
  quotePublicKey: KeyObject;
  /** How long each answer would have waited, in milliseconds. */
  heldBack: number[];
  context(asking?: Asking): PromotionsContext;
  /** Runs an operation as staff with these permissions (all of them unless said). */
  ask<T = Record<string, never>>(document: string, variables?: object, asking?: Asking): Promise<Answer<T>>;
  /** Subjects of the events recorded so far, oldest first. */
  recorded(): Promise<string[]>;
  deliver(consumer: EventConsumer, ...data: object[]): Promise<void>;
  /** Simulations that were said to have moved, each time. */
  moved: readonly string[];
  haveStore(store?: Partial<StoreSnapshot>): Promise<void>;
  haveMember(member?: Partial<MemberSnapshot>): Promise<MemberSnapshot>;
  /** Saves and publishes a promotion: ten per cent off all goods unless said otherwise. */
  haveRunning(promotion?: Partial<WirePromotion>, definition?: object): Promise<string>;
  /** Forgets products, promotions and events, for the next test. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** The subgraph on a database of its own, without HTTP and without streams. */
export async function startPromotions(): Promise<Promotions> {
  const database = await freshDatabase({ template: 'promotions', migrate });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const db = promotionsDataSource(database.url, 4);
  await openDatabase(db);
  const heldBack: number[] = [];
  const moved: string[] = [];
  const context = contextMaker({ db, url: database.url, quoteKey: privateKey, heldBack, moved });
  const schema = promotionsSchema();
  const ask = async <T>(source: string, variables: object = {}, asking?: Asking): Promise<Answer<T>> => {
    const contextValue = context(asking);
    const result = await graphql({ schema, source, contextValue, variableValues: { ...variables } });
    return {
      data: JSON.parse(JSON.stringify(result.data ?? null)) as T,
      errors: (result.errors ?? []).map(({ extensions, message }) => extensions['code'] ?? message),
    };
  };
  const deliver = (consumer: EventConsumer, ...data: object[]): Promise<void> =>
    db.transaction((tx) =>
      consumer.handle(
        tx,
        data.map((item) => received(consumer, item)),
      ),
    );
  return {
    db,
    quotePublicKey: publicKey,
    heldBack,
    context,
    ask,
    deliver,
    moved,
    recorded: async () => {
      const rows: { subject: string }[] = await db.query('select subject from outbox order by seq');
      return rows.map(({ subject }) => subject);
    },
    haveStore: (store) => deliver(onStoreSaved, { stores: [aStore(store)] }),
    haveMember: async (facts) => {
      const member = aMember(facts);
      await deliver(onMemberSaved, { member });
      return member;
    },
    haveRunning: async (promotion, definition) => {
      const input = aPromotion(promotion, definition);
      await ask(PUBLISH, { input, id: input.id });
      return input.id;
    },
    clear: () =>
      db.query(
        'truncate product, product_past, product_word, product_attribute, product_set, product_set_member, complement, promotion, promotion_version, promotion_approval, promotion_assignment, limit_state, outbox; update pricing_revision set revision = revision + 1',
      ),
    stop: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}

const PUBLISH = `mutation ($input: SavePromotionInput!, $id: ID!) { savePromotion(input: $input) { __typename }
  setPromotionStatus(input: { id: $id, status: "RUNNING" }) { __typename } }`;

interface ContextParts {
  db: DataSource;
  url: string;
  quoteKey: KeyObject;
  heldBack: number[];
  moved: string[];
}

function contextMaker({ db, url, quoteKey, heldBack, moved }: ContextParts): Promotions['context'] {
  const config = readConfig(promotionsSettings, {
    PORT: '0',
    DATABASE_URL: url,
    NATS_URL: 'nats://unused',
    ACTOR_PUBLIC_KEY: 'x'.repeat(60),
    QUOTE_PRIVATE_KEY: quoteKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  });
  const parts = {
    config,
    pricing: livePricing(db),
    signQuote: quoteSigner(config.QUOTE_PRIVATE_KEY),
    holdBack: (delayMs: number) => Promise.resolve(void heldBack.push(delayMs)),
    replay: { url, threads: 1, execArgv: ['--require', require.resolve('@adal/testkit/jest/register-ts')] },
    tellSimulation: (id: string) => void moved.push(id),
  };
  const log = createLogger('promotions', 'silent');
  return ({ permissions = PERMISSIONS, storeIds, now = NOW, actorId = '' } = {}) => {
    const actor: Actor = {
      ...ANONYMOUS,
      id: actorId,
      kind: 'staff',
      permissions: new Set(permissions),
      storeIds: storeIds ?? null,
    };
    return createContext({ db, actor, now, log, correlationId: 'test' }, parts);
  };
}

const received = (consumer: EventConsumer, data: object): ReceivedEvent<unknown> => ({
  id: newId(),
  subject: consumer.contract.subject,
  occurredAt: NOW,
  correlationId: 'test',
  data,
});

async function migrate(url: string): Promise<void> {
  const db = promotionsDataSource(url, 2);
  await openDatabase(db);
  await db.destroy();
}
