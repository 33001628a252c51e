import { newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';

/** What was done. `detail` names fields and reasons, never personal data. */
export interface AuditedAction {
  readonly action: string;
  /** What it was done to, e.g. `member:<id>`. */
  readonly target: string;
  readonly detail?: Record<string, unknown>;
}

/** Writes to the audit trail in the transaction of a staff action; tills and jobs leave their trace in events. */
export async function recordAudit(
  ctx: MembersContext,
  tx: EntityManager,
  { action, target, detail = {} }: AuditedAction,
): Promise<void> {
  const { actor, now } = ctx;
  if (actor.kind !== 'staff') return;
  await tx.query(
    `insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, target, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), now, actor.kind, actor.id, actor.name, action, target, detail],
  );
}
