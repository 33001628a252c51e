import { createPublicKey, sign } from 'node:crypto';
import { keyIdOf, merklePath, type Statement } from '@adal/events';
import { badInput, readPrivateKey } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { findHead, fixTexts, headerOf, leavesOf, readBlocks } from './chain.queries';

/** Whose statement, and entries booked when; from the beginning and until now when null. */
export interface StatementScope {
  readonly memberId: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

interface ChainedEntry {
  readonly number: string;
  readonly content: string;
  readonly available: string;
  readonly pending: string;
  readonly held: string;
  readonly height: string;
  readonly place: number;
  /** Whether it belongs to the period, proves the wallet before it, or the dates of a lot. */
  readonly role: 'ENTRY' | 'BEFORE' | 'OPENER';
}

/** A member's chained entries with all that proves them, signed by the ledger. */
export function proveStatement(ctx: LedgerContext, scope: StatementScope): Promise<Statement> {
  const text = ctx.config.LEDGER_SIGNING_KEY;
  if (text === undefined) throw badInput('This ledger signs no statements: it has no LEDGER_SIGNING_KEY.');
  return ctx.db.transaction('REPEATABLE READ', async (tx) => {
    await fixTexts(tx);
    const [entries, head] = [await readEntries(tx, scope), await findHead(tx)];
    const blocks = new Map<number, Awaited<ReturnType<typeof readBlocks>>[number]>();
    for (const height of new Set(entries.map((entry) => BigInt(entry.height))))
      for (const block of await readBlocks(tx, height, height)) blocks.set(Number(height), block);
    const proven = (entry: ChainedEntry): Statement['entries'][number] => {
      const leaves = leavesOf(blocks.get(Number(entry.height))?.leafBytes ?? Buffer.of());
      const path = merklePath(leaves, entry.place - 1).map((step) => step.toString('hex'));
      return { text: entry.content, height: Number(entry.height), place: entry.place, path };
    };
    const of = (role: ChainedEntry['role']): ChainedEntry[] => entries.filter((entry) => entry.role === role);
    const [before = null] = of('BEFORE');
    const sealed = {
      memberId: scope.memberId,
      issuedAt: ctx.now.toISOString(),
      opening: walletAfter(before),
      closing: walletAfter(of('ENTRY').at(-1) ?? before),
      head: { height: Number(head?.height ?? 0n), root: head?.root.toString('hex') ?? '0'.repeat(64) },
      blocks: [...blocks.values()].map((block) => ({ ...headerOf(block), root: block.root.toString('hex') })),
    };
    const key = readPrivateKey(text);
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return {
      format: 'adal-statement-1',
      keyId: await keyIdOf(spki),
      sealed,
      entries: of('ENTRY').map(proven),
      before: before && proven(before),
      openers: of('OPENER').map(proven),
      signature: sign(null, Buffer.from(JSON.stringify(sealed)), key).toString('base64url'),
    };
  });
}

const walletAfter = (entry: ChainedEntry | null): Statement['sealed']['opening'] =>
  entry
    ? { number: entry.number, available: entry.available, pending: entry.pending, held: entry.held }
    : { number: '0', available: '0', pending: '0', held: '0' };

/** By their numbers, so that nothing between the first and the last is left out, whatever the clocks said. */
async function readEntries(tx: EntityManager, { memberId, from, to }: StatementScope): Promise<ChainedEntry[]> {
  return tx.query(
    `with
       chained as (
         select e.*, b.height from journal_entry e
         join lateral (select height from chain_block c where c.upto_xid >= e.booked_xid order by c.upto_xid limit 1) b on true
         where e.member_id = $1),
       first as (
         select coalesce(min(member_seq) filter (where $2::timestamptz is null or booked_at >= $2), max(member_seq) + 1, 1) as number from chained),
       last as (select coalesce(max(member_seq), 0) as number from chained where $3::timestamptz is null or booked_at < $3),
       chosen as (
         select c.*, case when c.member_seq >= f.number then 'ENTRY' when c.member_seq = f.number - 1 then 'BEFORE' else 'OPENER' end as role
         from chained c, first f, last l where c.member_seq <= l.number and (c.member_seq >= f.number - 1 or c.seq in (
           select o.opened_by from chained t join posting p on p.entry_seq = t.seq join lot o on o.id = p.lot_id
           where t.member_seq between f.number and l.number)))
     select c.member_seq as number, c.available_after_minor as available, c.pending_after_minor as pending, c.held_after_minor as held, c.height,
       c.role, i.content, array_position(b.keys, i.key) as place
     from chosen c join chain_block b on b.height = c.height, lateral (
       select key, content from books.chain_item where xid = c.booked_xid and key = 'entry ' || c.seq) i
     order by c.member_seq`,
    [memberId, from, to],
  );
}
