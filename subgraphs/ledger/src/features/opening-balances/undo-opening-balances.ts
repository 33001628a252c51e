import { badInput, isClientId } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { UndoOpeningBalancesInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { undoRun, type RunUndone } from '../runs';

/** What has been undone of a file's balances so far. */
export interface OpeningBalancesUndone extends RunUndone {
  readonly __typename: 'OpeningBalancesUndone';
}
export type UndoImportOutcome = OpeningBalancesUndone | Refusal<'ImportUnknown'> | Refusal<'ImportUndoneOtherwise'>;

/** Undoes a file of opening balances. */
export async function undoOpeningBalances(
  ctx: LedgerContext,
  { importId, note }: UndoOpeningBalancesInput,
): Promise<UndoImportOutcome> {
  if (!isClientId(importId)) throw badInput('importId must be 1 to 64 visible ASCII characters.');
  const undone = await undoRun(ctx, { kind: 'OPENING_BALANCE', id: importId, note });
  if (undone === 'UNKNOWN') return refusal('ImportUnknown', 'No opening balances landed under this id.');
  if (undone === 'OTHERWISE')
    return refusal('ImportUndoneOtherwise', 'The run is undone for another reason: send that note, or leave it.');
  return { __typename: 'OpeningBalancesUndone', ...undone };
}
