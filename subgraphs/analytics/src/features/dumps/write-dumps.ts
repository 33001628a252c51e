import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Job } from '@adal/service';
import { DateTime } from 'luxon';
import { IsNull } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import type { Statement } from '../../store/analytics-store';
import type { BiView } from '../../store/bi-view';
import { BI_VIEWS } from '../../store/bi-views';
import { DumpFileRow, DumpRow } from './dump.entity';
import { whyOff } from './dump-views';

/** The chain sleeps. */
const NIGHT_HOUR = 3;

/** Writes what was asked for, one after the other, and one each night by itself. */
export const writeDumps: Job<AnalyticsContext> = {
  name: 'write-dumps',
  everyMs: 5_000,
  run: async (ctx, stopping) => {
    if (whyOff(ctx)) return;
    await askNightly(ctx);
    const waiting = { where: { finishedAt: IsNull() }, order: { askedAt: 'ASC', id: 'ASC' } } as const;
    for (const dump of await ctx.db.manager.find(DumpRow, waiting)) {
      if (stopping?.aborted) return;
      try {
        await writeDump(ctx, dump, stopping);
      } catch (error) {
        const fault = error instanceof Error ? error.message : String(error);
        await ctx.db.manager.update(DumpRow, { id: dump.id }, { fault });
        throw error;
      }
    }
  },
};

async function askNightly({ db, config, now }: AnalyticsContext): Promise<void> {
  const local = DateTime.fromJSDate(now, { zone: config.BUSINESS_TIME_ZONE });
  if (local.hour < NIGHT_HOUR) return;
  await db.query('insert into dump (id, asked_at) values ($1, $2) on conflict do nothing', [
    `nightly-${local.toFormat('yyyy-MM-dd')}`,
    now,
  ]);
}

/** Every file is whole at any moment: it is written under another name first. What a crash interrupts is written again. */
async function writeDump(ctx: AnalyticsContext, { id }: DumpRow, stopping?: AbortSignal): Promise<void> {
  let [files, rows] = [0, 0];
  for (const view of BI_VIEWS) {
    for (const part of await partsOf(ctx, view)) {
      if (stopping?.aborted) return;
      rows += await writePart(ctx, view, part);
      files += 1;
    }
  }
  await writeManifest(ctx);
  await ctx.db.manager.update(DumpRow, { id }, { files, rows: String(rows), finishedAt: new Date(), fault: null });
}

/** A file to write: a month of facts, or a snapshot. */
interface Part {
  readonly month: string;
  readonly question: Statement;
  /** Sum over whose facts they are; '' of a snapshot. */
  readonly owners: string;
}

/**
 * Snapshots, and months that have other facts than when they were written, or facts of others: of who left, nothing stays in a file.
 * The last two months always, for goods may still be named anew.
 */
async function partsOf({ store, db }: AnalyticsContext, { name, hasMonths }: BiView): Promise<Part[]> {
  if (!hasMonths) return [{ month: '', owners: '', question: { sql: `SELECT * FROM ${name}`, parameters: {} } }];
  const months = await store.query({
    // Only DuckDB writes dumps: its words are at home here. No hash is lost in the sum.
    sql: `SELECT toString(toStartOfMonth(business_day)) AS first, count() AS facts,
        toString(ifNull(sum(CAST(hash(member_id) AS HUGEINT)) FILTER (WHERE member_id IS NOT NULL), 0)) AS owners
      FROM ${name} GROUP BY first ORDER BY first`,
    parameters: {},
  });
  const written = new Map(
    (await db.manager.findBy(DumpFileRow, { view: name })).map(({ month, rows, owners }) => [
      month,
      `${rows} ${owners}`,
    ]),
  );
  return months.flatMap(({ first, facts, owners }, index) => {
    const from = String(first).slice(0, 10);
    const month = from.slice(0, 7);
    if (index < months.length - 2 && written.get(month) === `${String(facts)} ${String(owners)}`) return [];
    const to = DateTime.fromISO(from).plus({ months: 1 }).toFormat('yyyy-MM-dd');
    const sql = `SELECT * FROM ${name} WHERE business_day >= toDate({from:String}) AND business_day < toDate({to:String})`;
    return [{ month, owners: String(owners), question: { sql, parameters: { from, to } } }];
  });
}

const fileOf = ({ view, month }: Pick<DumpFileRow, 'view' | 'month'>): string =>
  join(view, `${month === '' ? view : month}.parquet`);

async function writePart({ store, db, config }: AnalyticsContext, { name: view }: BiView, part: Part): Promise<number> {
  const file = join(config.DUMP_FOLDER, fileOf({ view, month: part.month }));
  await mkdir(dirname(file), { recursive: true });
  const rows = (await store.writeParquet?.(part.question, `${file}.part`)) ?? 0;
  await rename(`${file}.part`, file);
  const { month, owners } = part;
  await db.manager.save(DumpFileRow, { view, month, rows: String(rows), writtenAt: new Date(), owners });
  return rows;
}

/** What there is to read, for whoever fetches it. */
async function writeManifest({ db, config }: AnalyticsContext): Promise<void> {
  const files = await db.manager.find(DumpFileRow, { order: { view: 'ASC', month: 'ASC' } });
  const manifest = files.map(({ view, month, rows, writtenAt }) => ({
    ...{ view, month, file: fileOf({ view, month }), rows: Number(rows), writtenAt },
  }));
  const file = join(config.DUMP_FOLDER, 'manifest.json');
  await writeFile(`${file}.part`, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(`${file}.part`, file);
}
