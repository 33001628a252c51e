import { newId } from '@adal/service';
import type { Asking, TestLedger } from './harness';
import type { Outcome } from './till';

/** What staff hear of an adjustment. */
export interface AdjustmentAnswer extends Outcome {
  readonly replayed?: boolean;
  readonly field?: string;
  readonly limit?: string;
  readonly max?: string;
  readonly left?: string;
  readonly available?: string;
  readonly status?: string;
  readonly moved?: string;
  readonly lapsed?: string;
  readonly shortfall?: string;
  readonly adjustment?: {
    readonly id: string;
    readonly status: string;
    readonly steps: { kind: string; actorName: string; note: string | null; moved: string }[];
  };
}

/** Two people at the desk, and the one who sets limits. */
export const AIGUL: Asking = { id: 'staff-a', name: 'Aigul', role: 'OPERATOR' };
export const TIMUR: Asking = { id: 'staff-t', name: 'Timur', role: 'MARKETER' };

const ADJUSTED = 'replayed adjustment { id status steps { kind actorName note moved } }';
const FIELD = '... on UserError { code message } ... on AdjustmentInvalid { field }';
const WAITING = `${FIELD} ... on AdjustmentNotWaiting { status }`;
const mutation = (name: string, input: string, outcomes: string): string =>
  `mutation ($input: ${input}!) { result: ${name}(input: $input) { __typename ${outcomes} } }`;

const ADJUST = mutation(
  'adjustPoints',
  'AdjustPointsInput',
  `${FIELD} ... on AdjustmentLimitExceeded { limit max left } ... on PointsInsufficient { available }
   ... on AdjustmentBooked { ${ADJUSTED} } ... on AdjustmentProposed { ${ADJUSTED} }`,
);
const APPROVE = mutation(
  'approveAdjustment',
  'DecideAdjustmentInput',
  `${WAITING} ... on PointsInsufficient { available } ... on AdjustmentBooked { ${ADJUSTED} }`,
);
const REJECT = mutation(
  'rejectAdjustment',
  'DecideAdjustmentInput',
  `${WAITING} ... on AdjustmentRejected { ${ADJUSTED} }`,
);
const WITHDRAW = mutation(
  'withdrawAdjustment',
  'DecideAdjustmentInput',
  `${WAITING} ... on AdjustmentWithdrawn { ${ADJUSTED} }`,
);
const UNDO = mutation(
  'undoAdjustment',
  'UndoAdjustmentInput',
  `${FIELD} ... on AdjustmentNotBooked { status } ... on PointsInsufficient { available }
   ... on AdjustmentUndone { moved lapsed shortfall ${ADJUSTED} }`,
);
const SET_LIMIT = mutation(
  'setAdjustmentLimit',
  'AdjustmentLimitInput',
  '... on UserError { code message } ... on AdjustmentLimitInvalid { field } ... on AdjustmentLimitSet { limit { changedByName } }',
);

/** What staff say to the ledger at their desk. */
export interface Desk {
  adjust(input: object, asking?: Asking): Promise<AdjustmentAnswer>;
  approve(adjustmentId: string, asking?: Asking, note?: string): Promise<AdjustmentAnswer>;
  reject(adjustmentId: string, asking?: Asking, note?: string): Promise<AdjustmentAnswer>;
  withdraw(adjustmentId: string, asking?: Asking, note?: string): Promise<AdjustmentAnswer>;
  undo(adjustmentId: string, input?: object, asking?: Asking): Promise<AdjustmentAnswer>;
  setLimit(input: object, asking?: Asking): Promise<AdjustmentAnswer>;
  /** available, pending, held. */
  wallet(memberId: string): Promise<readonly bigint[]>;
}

/** A desk of this ledger. */
export function deskOf(ledger: TestLedger): Desk {
  const call = async (document: string, input: object, asking?: Asking): Promise<AdjustmentAnswer> => {
    const { data, errors } = await ledger.ask<{ result: AdjustmentAnswer }>(document, { input }, asking);
    expect(errors).toEqual([]);
    return data.result;
  };
  const decide =
    (document: string) =>
    (adjustmentId: string, asking: Asking = TIMUR, note?: string): Promise<AdjustmentAnswer> =>
      call(document, { adjustmentId, note }, asking);
  return {
    adjust: (input, asking = AIGUL) =>
      call(ADJUST, { adjustmentId: newId(), reason: 'CORRECTION_TILL_ERROR', ...input }, asking),
    approve: decide(APPROVE),
    reject: decide(REJECT),
    withdraw: decide(WITHDRAW),
    undo: (adjustmentId, input = {}, asking = TIMUR) =>
      call(UNDO, { adjustmentId, note: 'a mistake', ...input }, asking),
    setLimit: (input, asking) => call(SET_LIMIT, input, asking),
    wallet: async (memberId) => {
      const rows: Record<string, string>[] = await ledger.db.query(
        'select available_minor, pending_minor, held_minor from account where member_id = $1',
        [memberId],
      );
      return Object.values(rows[0] ?? {}).map(BigInt);
    },
  };
}
