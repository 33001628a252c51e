import { requirePermission, type Permission } from '@adal/service';
import type { LedgerContext } from '../../context';

/** A member may look into their own wallet; others need the permission. */
export function requireOwnerOr(ctx: LedgerContext, memberId: string, permission: Permission): void {
  if (ctx.actor.kind === 'member' && ctx.actor.id === memberId) return;
  requirePermission(ctx, permission);
}
