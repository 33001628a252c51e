import { inTransaction, isUuid } from '@adal/service';
import type { MembersContext } from '../../context';
import { recordAudit } from '../audit';

/** Ends a key. Ending it twice, or what never was, is a success that says so. */
export async function revokePartnerKey(ctx: MembersContext, id: string): Promise<{ revoked: boolean }> {
  if (!isUuid(id)) return { revoked: false };
  return inTransaction(ctx.db, async (tx) => {
    const [, changed]: [unknown, number] = await tx.query(
      'update partner_key set revoked_at = $2 where id = $1 and revoked_at is null',
      [id, ctx.now],
    );
    if (changed === 1) await recordAudit(ctx, tx, { action: 'partner-key.revoke', target: `partner-key:${id}` });
    return { revoked: changed === 1 };
  });
}
