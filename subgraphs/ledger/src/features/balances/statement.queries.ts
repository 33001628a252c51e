import { badInput, connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { StatementFilter } from '../../generated/graphql';
import { statementLineOf, type MovedEntry, type StatementLine } from './statement.rules';

export type StatementPage = Connection<StatementLine>;

/** What of a statement is asked for. */
interface StatementRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly filter?: StatementFilter | null | undefined;
}

/** Movements of a member's wallet, the last booked first, by keyset. */
export async function listStatement(
  ctx: LedgerContext,
  memberId: string,
  { filter, ...page }: StatementRequest,
): Promise<StatementPage> {
  const size = pageSize(page.first);
  const before = decodeCursor(page.after, 1)?.[0] ?? null;
  if (before !== null && !/^\d{1,18}$/.test(String(before))) throw badInput('after is not a cursor of this list.');
  if (!isUuid(memberId)) return connectionOf<StatementLine>([], size, page.after, () => []);
  const rows: MovedEntry[] = await ctx.db.query(
    `select e.seq, e.kind, e.booked_at as "bookedAt", e.occurred_at as "occurredAt", e.note, e.purchase_id as "purchaseId", e.available_after_minor as "availableAfter",
       ${gained('AVAILABLE')} as available, ${gained('PENDING')} as pending, ${gained('HELD')} as held, ${gained('REDEEMED')} as redeemed, -${gained('OWED')} as owed
     from (
       select * from journal_entry
       where member_id = $1 and ($2::bigint is null or seq < $2) and ($4::entry_kind[] is null or kind = any($4))
         and ($5::timestamptz is null or occurred_at >= $5) and ($6::timestamptz is null or occurred_at < $6)
       order by seq desc limit $3) e
     left join posting p on p.entry_seq = e.seq
     group by e.seq, e.kind, e.booked_at, e.occurred_at, e.note, e.purchase_id, e.available_after_minor order by e.seq desc`,
    [memberId, before, size + 1, filter?.kinds ?? null, filter?.from ?? null, filter?.to ?? null],
  );
  return connectionOf(rows.map(statementLineOf), size, page.after, (line) => [line.seq]);
}

/** What an account gained by the entry. */
const gained = (account: string): string =>
  `coalesce(sum(case '${account}'::account_kind when p.destination then p.amount_minor when p.source then -p.amount_minor end), 0)`;
