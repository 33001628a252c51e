import type { LedgerContext } from '../../context';
import type { UndoGrantInput } from '../../generated/graphql';
import { requireClientId } from '../../graphql/client-id';
import { refusal, type Refusal } from '../../graphql/refusal';
import { undoRun, type RunUndone } from '../runs';

/** What has been undone of a grant so far. */
export interface GrantUndone extends RunUndone {
  readonly __typename: 'GrantUndone';
}
export type UndoGrantOutcome = GrantUndone | Refusal<'GrantUnknown'> | Refusal<'GrantUndoneOtherwise'>;

/** Undoes a grant as a whole. */
export async function undoGrant(ctx: LedgerContext, { grantId, note }: UndoGrantInput): Promise<UndoGrantOutcome> {
  requireClientId('grantId', grantId);
  const undone = await undoRun(ctx, { kind: 'GRANT', id: grantId, note });
  if (undone === 'UNKNOWN') return refusal('GrantUnknown', 'Nothing was granted under this id.');
  if (undone === 'OTHERWISE')
    return refusal('GrantUndoneOtherwise', 'The grant is undone for another reason: send that note, or leave it.');
  return { __typename: 'GrantUndone', ...undone };
}
