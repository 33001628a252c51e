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
import { attributeTypes } from '../attributes';
import { readingOptions } from '../profiles';
import { decideAgainOnRace } from '../requests';
import { decideMemberImport } from './member-import.rules';
import { readKnownFacts, storeMembers } from './member-import.queries';
import { isMemberColumn, MEMBER_REQUIRED, readMemberRow, type MemberRow } from './member-row.rules';
import { recordMembersImported } from './record-members-imported';

/**
 * Lands a chunk of members in one transaction: good rows land, bad rows come back, the same chunk again changes nothing. Two chunks
 * at once that want the same phone: the later one decides again and sends the row back.
 */
export async function importMembers(ctx: MembersContext, input: ImportInput): Promise<ImportLanded | ImportInvalid> {
  const rows = readImportChunk(input, MEMBER_REQUIRED, isMemberColumn);
  if ('code' in rows) return rows;
  const options = {
    ...readingOptions(ctx),
    timeZone: ctx.config.BUSINESS_TIME_ZONE,
    types: await attributeTypes(ctx.db),
  };
  const columns = input.columns.map((column) => column.trim());
  const readable: MemberRow[] = [];
  const rejected: ImportRejection[] = [];
  for (const row of rows) {
    const member = readMemberRow(row, columns, options);
    if ('code' in member) rejected.push(member);
    else readable.push(member);
  }
  const outcome = await decideAgainOnRace(ctx.db, (tx) => land(ctx, tx, input, readable));
  return importLanded(rows.length, outcome.landed, [...rejected, ...outcome.rejected]);
}

async function land(
  ctx: MembersContext,
  tx: EntityManager,
  { importId, dryRun }: ImportInput,
  rows: readonly MemberRow[],
) {
  const { landing, rejected } = decideMemberImport(rows, await readKnownFacts(tx, rows), importId);
  if (!dryRun && landing.length > 0) {
    const ids = await storeMembers(tx, landing, { importId, language: ctx.config.PROGRAMME_LANGUAGE, now: ctx.now });
    await recordMembersImported(tx, importId, ids, ctx);
  }
  return { landed: landing.length, rejected };
}
