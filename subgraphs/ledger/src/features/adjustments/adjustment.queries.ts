import { badInput, connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import DataLoader from 'dataloader';
import { In, type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { AdjustmentFilter, AdjustmentOrder, AdjustmentStepKind } from '../../generated/graphql';
import type { PageRequest } from '../../graphql/page-request';
import { AdjustmentStepRow } from './adjustment-step.entity';
import { AdjustmentRow } from './adjustment.entity';

/** A page of adjustments, and how to count what it is a page of. */
export interface AdjustmentPage extends Connection<AdjustmentRow> {
  countTotal(): Promise<number>;
}

/** Adjustments by when they were asked for, by keyset. */
export async function listAdjustments(
  ctx: LedgerContext,
  filter: AdjustmentFilter,
  page: PageRequest,
  order: AdjustmentOrder = 'NEWEST_FIRST',
): Promise<AdjustmentPage> {
  const size = pageSize(page.first);
  const [direction, beyond] = order === 'NEWEST_FIRST' ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const matching = filtered(ctx.db.getRepository(AdjustmentRow).createQueryBuilder('a').where('true'), filter);
  const rows = matching
    .clone()
    .orderBy('a.createdAt', direction)
    .addOrderBy('a.id', direction)
    .limit(size + 1);
  const cursor = decodeCursor(page.after, 2);
  if (cursor) {
    const at = new Date(String(cursor[0]));
    if (Number.isNaN(at.getTime())) throw badInput('after is not a cursor of this list.');
    rows.andWhere(`(a.createdAt, a.id) ${beyond} (:at, :lastId)`, { at, lastId: String(cursor[1]) });
  }
  const found = await rows.getMany();
  return {
    ...connectionOf(found, size, page.after, (row) => [row.createdAt.toISOString(), row.id]),
    countTotal: () => matching.getCount(),
  };
}

function filtered(
  query: SelectQueryBuilder<AdjustmentRow>,
  { statuses, reasons, memberId, authorId, from, to }: AdjustmentFilter,
): SelectQueryBuilder<AdjustmentRow> {
  if (statuses) query.andWhere('a.status = any(:statuses)', { statuses });
  if (reasons) query.andWhere('a.reason = any(:reasons)', { reasons });
  if (memberId) query.andWhere(isUuid(memberId) ? 'a.memberId = :memberId' : 'false', { memberId });
  if (authorId) query.andWhere('a.authorId = :authorId', { authorId });
  if (from) query.andWhere('a.createdAt >= :from', { from });
  if (to) query.andWhere('a.createdAt < :to', { to });
  return query;
}

/** Locked until the transaction ends; null when there is none. */
export function lockAdjustment(tx: EntityManager, id: string): Promise<AdjustmentRow | null> {
  return tx.getRepository(AdjustmentRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** How an adjustment began. */
export async function firstStep(tx: EntityManager, adjustmentId: string): Promise<AdjustmentStepKind | null> {
  const step = await tx.getRepository(AdjustmentStepRow).findOneBy({ adjustmentId, n: 1 });
  return step?.kind ?? null;
}

/** What was done with an adjustment last. */
export function lastStep(tx: EntityManager, adjustmentId: string): Promise<AdjustmentStepRow | null> {
  return tx.getRepository(AdjustmentStepRow).findOne({ where: { adjustmentId }, order: { n: 'desc' } });
}

/** Steps by adjustment, oldest first. */
export function adjustmentStepsLoader(db: DataSource): DataLoader<string, AdjustmentStepRow[]> {
  return new DataLoader(async (ids) => {
    const steps = await db
      .getRepository(AdjustmentStepRow)
      .find({ where: { adjustmentId: In(ids) }, order: { n: 'asc' } });
    return ids.map((id) => steps.filter((step) => step.adjustmentId === id));
  });
}

/** Adjustments by the place of their entries in the journal; null for entries of anything else. */
export function adjustmentsByEntryLoader(db: DataSource): DataLoader<bigint, AdjustmentRow | null> {
  return new DataLoader(async (seqs) => {
    const steps = await db.getRepository(AdjustmentStepRow).findBy({ entrySeq: In(seqs) });
    const adjustments = await db
      .getRepository(AdjustmentRow)
      .findBy({ id: In(steps.map(({ adjustmentId }) => adjustmentId)) });
    return seqs.map((seq) => {
      const step = steps.find(({ entrySeq }) => entrySeq === seq);
      return adjustments.find(({ id }) => id === step?.adjustmentId) ?? null;
    });
  });
}
