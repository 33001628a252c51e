import { connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import { Message } from './message.entity';

/** Which messages a list shows; all given conditions must hold. */
export interface MessageFilter {
  readonly status?: string | null | undefined;
  readonly template?: string | null | undefined;
  readonly memberId?: string | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

/** A page of messages; the count is made only when somebody asks for it. */
export interface MessagePage extends Connection<Message> {
  totalCount(): Promise<number>;
}

const COUNTED_MAX = 10_000;

/** Messages, newest first. */
export async function listMessages(
  db: DataSource,
  filter: MessageFilter,
  page: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Promise<MessagePage> {
  const size = pageSize(page.first);
  const query = filtered(db, filter);
  const after = decodeCursor(page.after, 2);
  if (after) query.andWhere('(message.queuedAt, message.id) < (:queuedAt, :id)', { queuedAt: after[0], id: after[1] });
  const rows = await query
    .orderBy('message.queuedAt', 'DESC')
    .addOrderBy('message.id', 'DESC')
    .limit(size + 1)
    .getMany();
  const keysOf = (message: Message): string[] => [message.queuedAt.toISOString(), message.id];
  return { ...connectionOf(rows, size, page.after, keysOf), totalCount: () => countMessages(db, filter) };
}

/** The message of an id; null when there is none. */
export async function findMessage(tx: EntityManager, id: string): Promise<Message | null> {
  return isUuid(id) ? tx.findOneBy(Message, { id }) : null;
}

/** The message of a cause; null when there is none. */
export function findMessageOf(tx: EntityManager, cause: string): Promise<Message | null> {
  return tx.findOneBy(Message, { cause });
}

/** Takes messages that are due, and those of senders that died, for as long as the lease lasts. */
export async function claimDueMessages(db: DataSource, now: Date, leaseEnd: Date, count: number): Promise<Message[]> {
  const claimed = await db
    .createQueryBuilder()
    .update(Message)
    .set({ status: 'SENDING', attempts: () => 'attempts + 1', nextAttemptAt: leaseEnd })
    .where(
      `id in (select id from message where next_attempt_at <= :now
              order by next_attempt_at limit :count for update skip locked)`,
      { now, count },
    )
    .returning('id')
    .execute();
  const ids = (claimed.raw as { id: string }[]).map((row) => row.id);
  return ids.length === 0
    ? []
    : db.manager.findBy(
        Message,
        ids.map((id) => ({ id })),
      );
}

/** What a try leaves in its row. */
export type SettledRow = Pick<Message, 'id' | 'attempts' | 'status' | 'nextAttemptAt' | 'reason' | 'sentAt'>;

/** Writes what became of tries; answers the ids of those that still had their lease. */
export async function settleMessages(tx: EntityManager, rows: readonly SettledRow[]): Promise<ReadonlySet<string>> {
  const [settled]: [{ id: string }[]] = await tx.query(
    `update message m set status = r.status, next_attempt_at = r.next_attempt_at, reason = r.reason, sent_at = r.sent_at
     from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::timestamptz[])
       as r (id, attempts, status, next_attempt_at, reason, sent_at)
     where m.id = r.id and m.status = 'SENDING' and m.attempts = r.attempts returning m.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ attempts }) => attempts),
      rows.map(({ status }) => status),
      rows.map(({ nextAttemptAt }) => nextAttemptAt),
      rows.map(({ reason }) => reason),
      rows.map(({ sentAt }) => sentAt),
    ],
  );
  return new Set(settled.map(({ id }) => id));
}

async function countMessages(db: DataSource, filter: MessageFilter): Promise<number> {
  const rows = await filtered(db, filter).select('message.id').limit(COUNTED_MAX).getRawMany();
  return rows.length;
}

function filtered(db: DataSource, filter: MessageFilter): SelectQueryBuilder<Message> {
  const query = db.getRepository(Message).createQueryBuilder('message');
  if (filter.status) query.andWhere('message.status = :status', { status: filter.status });
  if (filter.template) query.andWhere('message.template = :template', { template: filter.template });
  if (filter.memberId) {
    if (isUuid(filter.memberId)) query.andWhere('message.memberId = :memberId', { memberId: filter.memberId });
    else query.andWhere('false');
  }
  if (filter.from) query.andWhere('message.queuedAt >= :from', { from: filter.from });
  if (filter.to) query.andWhere('message.queuedAt < :to', { to: filter.to });
  return query;
}
