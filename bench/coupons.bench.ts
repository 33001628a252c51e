// Making ten million unique codes by the job, against a bare insert of as many rows of the same shape into the same Postgres, in
// turns of a million; then looking one of them up as a quote does, against reading a bare row by its key.
import { generateKeyPairSync, randomInt, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@adal/local';
import { promotionsSettings } from '@adal/promotions/dist/config.js';
import { createContext, type PromotionsContext } from '@adal/promotions/dist/context.js';
import { promotionsDataSource } from '@adal/promotions/dist/db/data-source.js';
import { holdBack } from '@adal/promotions/dist/features/coupon-guesses/index.js';
import { makeCodes } from '@adal/promotions/dist/features/coupon-batches/index.js';
import { makeCoupons } from '@adal/promotions/dist/features/coupon-batches/make-coupons.js';
import { saveCouponPool } from '@adal/promotions/dist/features/coupon-pools/save-coupon-pool.js';
import { findCoupons } from '@adal/promotions/dist/features/coupons/coupon.queries.js';
import { livePricing, quoteSigner } from '@adal/promotions/dist/features/quotes/index.js';
import { ANONYMOUS, createLogger, openDatabase, PERMISSIONS, readConfig } from '@adal/service';
import { rateOf } from './rate.ts';
import { report } from './report.ts';

const CODES = 10_000_000;
const TURN = 1_000_000;
/** As the job commits. */
const CHUNK = 100_000;
const LOOK_UP = { seconds: 5, concurrency: 1 };
const DRAWN = 20_000;

const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), databases: ['adal_promotions'] });
const db = promotionsDataSource(postgres.urlOf('adal_promotions'), 4);
await openDatabase(db);
const context = contextMaker();

const poolId = randomUUID();
done(await saveCouponPool(context(), { id: poolId, name: 'Ten millions', kind: 'UNIQUE', prefix: 'TM' }));
await db.query('create table bare (like coupon including defaults, primary key (code))');
done(await makeCoupons(context(), { batchId: randomUUID(), poolId, count: CODES }));

const seconds = { made: 0, bare: 0 };
for (let made = 0; made < CODES;) {
  const startedMs = performance.now();
  const until = Math.min(made + TURN, CODES);
  // A run of the job ends after seconds; the service starts the next one.
  while (made < until) {
    await makeCodes.run(context());
    const [batch]: { made: string }[] = await db.query('select made from coupon_batch');
    made = Number(batch?.made);
  }
  const madeMs = performance.now();
  seconds.made += (madeMs - startedMs) / 1_000;
  const [counted]: { rows: string }[] = await db.query('select count(*) as rows from bare');
  const countedMs = performance.now();
  for (let n = Number(counted?.rows); n < made; n += CHUNK) {
    await db.query(
      `insert into bare (code, pool_no, state, uses, batch_no) select lpad(n::text, 12, '0'), 1, 'OPEN', 0, 1
       from generate_series($1::bigint, $2::bigint - 1) n`,
      [n, n + CHUNK],
    );
  }
  seconds.bare += (performance.now() - countedMs) / 1_000;
}
await db.query('analyze coupon, bare');

const drawn = async (table: string): Promise<string[]> =>
  (
    await db.query<{ code: string }[]>(
      `select code from ${table} tablesample system (0.5) repeatable (1) limit ${DRAWN}`,
    )
  ).map(({ code }) => code);
const [codes, keys] = [await drawn('coupon'), await drawn('bare')];
const any = (from: readonly string[]): string => from[randomInt(from.length)] ?? '';
const found = await rateOf(LOOK_UP, async () => {
  if ((await findCoupons(db, [any(codes)])).length !== 1) throw new Error('A code is not found');
});
const read = await rateOf(
  LOOK_UP,
  async () => void (await db.query('select * from bare where code = $1', [any(keys)])),
);
const [size]: { bytes: string }[] = await db.query("select pg_total_relation_size('coupon') as bytes");

await report('coupons', [
  {
    what: `making ${CODES.toLocaleString('en')} unique codes`,
    ratio: `${(seconds.made / seconds.bare).toFixed(2)} × the time of a bare insert`,
    aim: '≤ 120 s',
    figures: `${seconds.made.toFixed(0)} s, bare insert ${seconds.bare.toFixed(0)} s; ${Math.round(CODES / seconds.made).toLocaleString('en')}/s; ${(Number(size?.bytes) / CODES).toFixed(0)} bytes a code with its indexes`,
  },
  {
    what: `looking up a code among ${CODES.toLocaleString('en')}`,
    ratio: `p50 ${(found.p50Ms / read.p50Ms).toFixed(2)} × a read by primary key`,
    aim: 'p95 ≤ 10 ms',
    figures: `p50 ${found.p50Ms.toFixed(2)}, p95 ${found.p95Ms.toFixed(2)} ms; read by key p50 ${read.p50Ms.toFixed(2)}, p95 ${read.p95Ms.toFixed(2)} ms`,
  },
]);
await db.destroy();
await postgres.stop();
rmSync(dataDir, { recursive: true, force: true });

function done(outcome: { __typename: string }): void {
  if (!outcome.__typename.endsWith('Saved')) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
}

function contextMaker(): () => PromotionsContext {
  const { privateKey } = generateKeyPairSync('ed25519');
  const config = readConfig(promotionsSettings, {
    PORT: '0',
    DATABASE_URL: postgres.urlOf('adal_promotions'),
    NATS_URL: 'nats://unused',
    ACTOR_PUBLIC_KEY: 'x'.repeat(60),
    QUOTE_PRIVATE_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  });
  const parts = {
    config,
    pricing: livePricing(db),
    signQuote: quoteSigner(config.QUOTE_PRIVATE_KEY),
    holdBack: holdBack(),
    replay: { url: config.DATABASE_URL, threads: 1 },
    tellSimulation: () => undefined,
  };
  const actor = { ...ANONYMOUS, kind: 'staff' as const, permissions: new Set(PERMISSIONS) };
  const log = createLogger('promotions', 'silent');
  return () => createContext({ db, actor, now: new Date(), log, correlationId: 'bench' }, parts);
}
