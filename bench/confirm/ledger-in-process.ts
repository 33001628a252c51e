import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ledgerSettings } from '@adal/ledger/dist/config.js';
import { createLedgerContext, type LedgerContext, type LedgerParts } from '@adal/ledger/dist/context.js';
import { ledgerDataSource } from '@adal/ledger/dist/db/data-source.js';
import { confirmPurchase } from '@adal/ledger/dist/features/purchases/confirm-purchase.js';
import { listPurchases } from '@adal/ledger/dist/features/purchases/purchase.queries.js';
import type { PurchaseFilter } from '@adal/ledger/dist/generated/graphql.js';
import { createBookings } from '@adal/ledger/dist/features/purchases/index.js';
import { createStoreDirectory } from '@adal/ledger/dist/features/stores/index.js';
import { ANONYMOUS, createLogger, openDatabase, PERMISSIONS, readConfig } from '@adal/service';

/** The ledger's use case without its server. */
export interface LedgerInProcess {
  readonly quoteKeys: { readonly privateKey: KeyObject; readonly publicKey: string };
  /** So many members, each with two lots to spend from; answers 5,000 of them, drawn anew. */
  haveMembers(count: number): Promise<string[]>;
  /** Books the quote as a new purchase; throws when it is refused. */
  confirm(quote: string): Promise<void>;
  /** The first page that the filter finds, and the count. */
  search(filter: PurchaseFilter): Promise<void>;
  countPurchases(): Promise<number>;
  /** Resolves when a running ledger has told and chained all that was booked. */
  isCaughtUp(): Promise<void>;
  /** What a use case is given, as of now. */
  context(): LedgerContext;
  stop(): Promise<void>;
}

const DRAWN = 5_000;
/** Members of one statement. */
const CHUNK = 20_000;

/** Opening balances, booked as an import would. */
const MEMBERS = `
  with
    members as (insert into member (id, revision, status) select uuidv7(), 1, 'ACTIVE' from generate_series(1, $1) returning id),
    accounts as (insert into account (member_id, available_minor, version) select id, 2 * 500000, 2 from members),
    numbered as (
      select uuidv7() as id, m.id as member_id, n, nextval('journal_entry_seq') as seq from members m, generate_series(1, 2) n),
    lots as (
      insert into lot (id, member_id, legal_entity, amount_minor, left_minor, status, source, activates_at, expires_at, created_at, opened_by)
      select id, member_id, 'MAIN', 500000, 500000, 'ACTIVE', 'OPENING_BALANCE', now(), now() + n * interval '90 days', now(), seq from numbered),
    postings as (
      insert into posting (entry_seq, lot_id, source, destination, legal_entity, amount_minor)
      select seq, id, 'MIGRATED', 'AVAILABLE', 'MAIN', 500000 from numbered)
  insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor, member_seq,
    pending_after_minor, held_after_minor)
  select seq, uuidv7(), 'OPENING_BALANCE', member_id, now(), now(), current_date, 'Opening balance', n * 500000, n, 0, 0 from numbered`;

const BEHIND = `select exists (select from outbox where published_at is null)
    or coalesce((select max(upto_xid) from chain_block), 0) < (select max(booked_xid) from purchase) as behind`;

/** Migrates the database and opens the store S1 in it. */
export async function openLedger(url: string, concurrency: number): Promise<LedgerInProcess> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const quotePublicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
  const config = readConfig(ledgerSettings, {
    PORT: '0',
    DATABASE_URL: url,
    NATS_URL: 'nats://unused',
    ACTOR_PUBLIC_KEY: 'x'.repeat(60),
    QUOTE_PUBLIC_KEY: quotePublicKey,
  });
  const db = ledgerDataSource(url, concurrency);
  await openDatabase(db);
  await db.query(
    `insert into store (id, name, city, legal_entity, time_zone) values ('S1', 'Dostyk', 'Almaty', 'MAIN', 'Asia/Almaty')`,
  );
  const parts: LedgerParts = {
    config,
    quoteKey: publicKey,
    stores: createStoreDirectory(db),
    bookings: createBookings(db),
  };
  const log = createLogger('ledger', 'silent');
  const actor = { ...ANONYMOUS, kind: 'partner', id: 'till', permissions: new Set(PERMISSIONS) } as const;

  const context = (): LedgerContext =>
    createLedgerContext({ db, actor, now: new Date(), log, correlationId: 'bench' }, parts);
  const confirm = async (quote: string): Promise<void> => {
    const outcome = await confirmPurchase(context(), {
      // As tills make them: nothing in it says when.
      purchaseId: randomUUID(),
      quote,
    });
    if (outcome.__typename !== 'PurchaseConfirmed') throw new Error(`Refused: ${outcome.__typename}`);
  };
  return {
    quoteKeys: { privateKey, publicKey: quotePublicKey },
    confirm,
    context,
    haveMembers: async (count) => {
      for (let made = 0; made < count; made += CHUNK) await db.query(MEMBERS, [Math.min(CHUNK, count - made)]);
      await db.query('vacuum analyze');
      const drawn: { id: string }[] = await db.query('select id from member order by random() limit $1', [DRAWN]);
      return drawn.map(({ id }) => id);
    },
    search: async (filter) => {
      const page = await listPurchases(context(), filter, { first: 50 });
      await page.countTotal();
    },
    countPurchases: async () => {
      const rows: { count: string }[] = await db.query('select count(*) from purchase');
      return Number(rows[0]?.count);
    },
    isCaughtUp: async () => {
      for (;;) {
        const [row]: { behind: boolean }[] = await db.query(BEHIND);
        if (row?.behind === false) return;
        await sleep(500);
      }
    },
    stop: () => db.destroy(),
  };
}
