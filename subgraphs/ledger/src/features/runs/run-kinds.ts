import type { AccountKind } from '../journal';

/** What gives points to many at once. */
export type RunKind = 'OPENING_BALANCE' | 'GRANT';

/** Grants and files choose their ids alone: a grant's has a space, which no file's id may have. */
export const runIdOf = (kind: RunKind, id: string): string => (kind === 'GRANT' ? `grant ${id}` : id);

/** The id as its client made it. */
export const clientIdOf = (runId: string): string => runId.replace(/^grant /, '');

/** Which account of the programme a run's points come from and go back to, and what members read of it. */
export const RUN_KINDS: Readonly<Record<RunKind, { readonly account: AccountKind; readonly note: string }>> = {
  OPENING_BALANCE: { account: 'MIGRATED', note: 'Opening balance' },
  GRANT: { account: 'ISSUED', note: 'Gift' },
};
