import { withClient, type Stack, type Subgraph } from '@adal/local';

/** Written by the plumbing in its own time: what was published, handled, slowed down, chained or summed. */
const PLUMBING = [
  ...['migration', 'inbox', 'abandoned_event', 'sign_in_throttle', 'import_pulse'],
  ...['chain_block', 'daily_movement', 'movement_horizon', 'promotion_assignment', 'told_lots', 'untold_lot'],
  // Codes are made by a job, which counts them.
  ...['coupon', 'coupon_batch', 'coupon_pool'],
  // Worked on by a job.
  ...['simulation', 'simulation_part', 'dump', 'dump_file'],
  // Followed by the clock and by what members buy.
  ...['rfm_bounds', 'rfm_member'],
];
/** Of these, what is published is marked in place, and old rows go: only what is added counts. */
const HASH = `
  select string_agg(c.relname || ' ' || (xpath('/row/h/text()', query_to_xml(format(
    case c.relname when 'outbox' then 'select coalesce(max(seq), 0) as h from %I where subject not like ''ledger.chain.%%'' and subject not like ''ledger.limit%%'' and subject <> ''ledger.lots.told.v1'''
      else 'select count(*) || coalesce(md5(string_agg(md5(t::text), '','' order by md5(t::text))), '''') as h from %I t' end,
    c.relname), false, true, '')))[1]::text, E'\\n' order by c.relname) as hash
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relname = any($1)`;

/** Everything that one subgraph's database holds, in a few lines: a line for each table. */
export function fingerprintOf(stack: Stack, subgraph: Subgraph): Promise<string> {
  return withClient(stack.databaseUrl(subgraph), async (client) => {
    const { rows } = await client.query<{ hash: string }>(HASH, [PLUMBING]);
    return rows[0]?.hash ?? '';
  });
}

/** Waits until two readings in a row are the same: events have arrived. */
export async function settledFingerprintOf(stack: Stack, subgraph: Subgraph, pauseMs = 150): Promise<string> {
  for (let before = ''; ;) {
    const now = await fingerprintOf(stack, subgraph);
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
