import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ledgerSettings } from '@adal/ledger/dist/config.js';
import { createLedgerContext, type LedgerParts } from '@adal/ledger/dist/context.js';
import { ledgerDataSource } from '@adal/ledger/dist/db/data-source.js';
import { confirmPurchase } from '@adal/ledger/dist/features/purchases/confirm-purchase.js';
import { createStoreDirectory } from '@adal/ledger/dist/features/stores/index.js';
import { ANONYMOUS, createLogger, newId, openDatabase, PERMISSIONS, readConfig } from '@adal/service';

/** The ledger's use case without its server. */
export interface LedgerInProcess {
  readonly quoteKeys: { readonly privateKey: KeyObject; readonly publicKey: string };
  /** Members whose wallets can be spent from. */
  haveMembers(count: number, quoteFor: (memberId: string) => string): Promise<string[]>;
  /** Books the quote as a new purchase; throws when it is refused. */
  confirm(quote: string): Promise<void>;
  countPurchases(): Promise<number>;
  stop(): Promise<void>;
}

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
  const parts: LedgerParts = { config, quoteKey: publicKey, stores: createStoreDirectory(db) };
  const log = createLogger('ledger', 'silent');
  const actor = { ...ANONYMOUS, kind: 'partner', id: 'till', permissions: new Set(PERMISSIONS) } as const;

  const confirm = async (quote: string): Promise<void> => {
    const base = { db, actor, now: new Date(), log, correlationId: 'bench' };
    const outcome = await confirmPurchase(createLedgerContext(base, parts), { purchaseId: newId(), quote });
    if (outcome.__typename !== 'PurchaseConfirmed') throw new Error(`Refused: ${outcome.__typename}`);
  };
  return {
    quoteKeys: { privateKey, publicKey: quotePublicKey },
    confirm,
    haveMembers: async (count, quoteFor) => {
      const ids = Array.from({ length: count }, () => newId());
      await db.query(`insert into member (id, revision, status) select id, 1, 'ACTIVE' from unnest($1::uuid[]) as id`, [
        ids,
      ]);
      const left = ids.values();
      const enrol = async (): Promise<void> => {
        for (const id of left) await confirm(quoteFor(id));
      };
      await Promise.all(Array.from({ length: concurrency }, enrol));
      await db.query('vacuum analyze');
      return ids;
    },
    countPurchases: async () => {
      const rows: { count: string }[] = await db.query('select count(*) from purchase');
      return Number(rows[0]?.count);
    },
    stop: () => db.destroy(),
  };
}
