import {
  readImportChunk,
  type ImportInvalid,
  type ImportRejection,
  importLanded,
  type ImportLanded,
} from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import { decideAgainOnRace } from '../requests';
import {
  CARD_REQUIRED,
  decideCardImport,
  isCardColumn,
  readCardRow,
  type CardRow,
  type KnownCard,
  type LandingCard,
} from './card-row.rules';
import { namedIds } from './member-import.queries';
import { recordMembersImported } from './record-members-imported';

/** Lands a chunk of further cards in one transaction: good rows land, bad rows come back, the same chunk again changes nothing. */
export async function importCards(ctx: MembersContext, input: ImportInput): Promise<ImportLanded | ImportInvalid> {
  const rows = readImportChunk(input, CARD_REQUIRED, isCardColumn);
  if ('code' in rows) return rows;
  const readable: CardRow[] = [];
  const rejected: ImportRejection[] = [];
  for (const row of rows) {
    const card = readCardRow(row, ctx.config.BUSINESS_TIME_ZONE);
    if ('code' in card) rejected.push(card);
    else readable.push(card);
  }
  const outcome = await decideAgainOnRace(ctx.db, (tx) => land(ctx, tx, input, readable));
  return importLanded(rows.length, outcome.landed, [...rejected, ...outcome.rejected]);
}

async function land(
  ctx: MembersContext,
  tx: EntityManager,
  { importId, dryRun }: ImportInput,
  rows: readonly CardRow[],
) {
  const members: { id: string; external_id: string | null }[] = await tx.query(
    `select id, external_id from member
     where (external_id = any($1) or (external_id is null and id = any($2::uuid[]))) and status <> 'CLOSED'`,
    namedIds(rows),
  );
  const cards: KnownCard[] = await tx.query(
    'select number, member_id as "memberId", kind, status, issued_at as "issuedAt" from card where number = any($1)',
    [rows.map((row) => row.number)],
  );
  const { landing, rejected } = decideCardImport(
    rows,
    new Map(members.map((member) => [member.external_id ?? member.id, member.id])),
    new Map(cards.map((card) => [card.number, card])),
    ctx.now,
  );
  if (!dryRun && landing.length > 0) await storeCards(ctx, tx, importId, landing);
  return { landed: landing.length, rejected };
}

async function storeCards(
  ctx: MembersContext,
  tx: EntityManager,
  importId: string,
  landing: readonly LandingCard[],
): Promise<void> {
  const memberIds = [...new Set(landing.map((card) => card.memberId))].sort();
  await tx.query('update member set revision = revision + 1 where id = any($1::uuid[])', [memberIds]);
  // A number somebody took meanwhile fails as a unique violation, and the chunk is decided again.
  await tx.query(
    `insert into card (number, member_id, kind, status, issued_at) ${SELECT_CARDS}`,
    columnsOf(landing.filter((card) => !card.known)),
  );
  await tx.query(
    `update card c set kind = r.kind, status = r.status, issued_at = r.issued_at from (${SELECT_CARDS}) r where c.number = r.number`,
    columnsOf(landing.filter((card) => card.known)),
  );
  await recordMembersImported(tx, importId, memberIds, ctx);
}

const SELECT_CARDS = `select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
  as r (number, member_id, kind, status, issued_at)`;

const columnsOf = (cards: readonly LandingCard[]): unknown[][] => [
  cards.map((card) => card.number),
  cards.map((card) => card.memberId),
  cards.map((card) => card.kind),
  cards.map((card) => card.status),
  cards.map((card) => card.issuedAt),
];
