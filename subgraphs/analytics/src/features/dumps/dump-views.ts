import { badInput, isClientId } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { DumpRow } from './dump.entity';

export interface DumpsOff {
  readonly __typename: 'DumpsOff';
  readonly code: 'DUMPS_OFF';
  readonly message: string;
}
export type DumpViewsOutcome = (DumpRow & { readonly __typename: 'Dump' }) | DumpsOff;

/** Asks for a dump, once per id; it is written in the background and goes on after a restart. */
export async function dumpViews(ctx: AnalyticsContext, id: string): Promise<DumpViewsOutcome> {
  if (!isClientId(id)) throw badInput('dumpId must be 1 to 64 visible characters.');
  const off = whyOff(ctx);
  if (off) return { __typename: 'DumpsOff', code: 'DUMPS_OFF', message: off };
  await ctx.db.query('insert into dump (id, asked_by, asked_at) values ($1, $2, $3) on conflict do nothing', [
    id,
    ctx.actor.name,
    ctx.now,
  ]);
  const dump = await ctx.db.manager.findOneByOrFail(DumpRow, { id });
  return { __typename: 'Dump', ...dump };
}

/** Why nothing can be written; null when it can. */
export function whyOff({ config, store }: Pick<AnalyticsContext, 'config' | 'store'>): string | null {
  if (!store.writeParquet) return 'The store is ClickHouse: let BI read its views bi_… themselves.';
  return config.DUMP_FOLDER === '' ? 'No folder is set: give analytics DUMP_FOLDER and start it again.' : null;
}

const SHOWN_MAX = 20;

export const listDumps = ({ db }: AnalyticsContext): Promise<DumpRow[]> =>
  db.manager.find(DumpRow, { order: { askedAt: 'DESC', id: 'DESC' }, take: SHOWN_MAX });
