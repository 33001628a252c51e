import { randomUUID } from 'node:crypto';
import { file, FILE, fresh, input, replayed, SETS, unchanged, type MutationCase } from './mutation-case';

/** Mutations of the ledger. */
export const ledgerCases: Record<string, MutationCase> = {
  saveStore: {
    make: () => input({ id: randomUUID(), name: 'Mega', city: 'Астана' }),
    outcome: 'StoreSaved',
    again: {},
    other: SETS,
  },
  importStores: {
    make: () => input(file({ store_id: randomUUID(), name: 'Mega', city: 'Астана' })),
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  importReceipts: {
    make: () => {
      const line = { sku: 'tea', quantity: '1', amount: '5.00', occurred_at: '2026-01-01T10:00:00Z' };
      return input(file({ receipt_id: randomUUID(), store_id: 'S1', ...line }));
    },
    outcome: 'ImportLanded',
    again: unchanged,
    other: 'A receipt that landed with other content comes back as RECEIPT_CHANGED, in a row of the answer.',
  },
  importBalances: {
    make: ({ memberId }) => input(file({ member_id: memberId, points: '5.00' })),
    outcome: 'ImportLanded',
    again: unchanged,
    other: 'A line that landed with other content comes back as ROW_CHANGED, in a row of the answer.',
  },
  undoOpeningBalances: {
    make: async ({ staff, memberId }) => {
      const content = file({ member_id: memberId, points: '5.00' });
      await staff('mutation ($input: ImportInput!) { importBalances(input: $input) { __typename } }', input(content));
      return input({ importId: content['importId'], note: 'wrong file' });
    },
    outcome: 'OpeningBalancesUndone',
    again: {},
    other: { change: input({ note: 'other' }), refusal: 'ImportUndoneOtherwise' },
  },
  confirmPurchase: {
    make: async ({ quote }) =>
      input({ purchaseId: randomUUID(), quote: await quote(), receiptNumber: '1', payments: [] }),
    outcome: 'PurchaseConfirmed',
    again: replayed,
    other: { change: input({ receiptNumber: '2' }), refusal: 'PurchaseIdReused' },
    freshId: fresh('purchaseId'),
  },
  reservePurchase: {
    make: async ({ quote }) => input({ purchaseId: randomUUID(), quote: await quote(), ttlSeconds: 60 }),
    outcome: 'PurchaseReserved',
    again: replayed,
    other: { change: async ({ quote }) => input({ quote: await quote() }), refusal: 'PurchaseIdReused' },
    freshId: fresh('purchaseId'),
  },
  cancelPurchase: {
    make: async ({ quote, staff }) => {
      const purchaseId = randomUUID();
      const query = 'mutation ($input: ReservePurchaseInput!) { reservePurchase(input: $input) { __typename } }';
      await staff(query, input({ purchaseId, quote: await quote() }));
      return input({ purchaseId });
    },
    outcome: 'PurchaseCancelled',
    again: { released: false },
    other: SETS,
  },
  returnPurchase: {
    make: async ({ sell }) => {
      const lines = [{ lineNo: 1, quantity: '1' }];
      return input({ returnId: randomUUID(), purchaseId: await sell(), lines, storeId: 'S1', tillId: 'T1' });
    },
    outcome: 'PurchaseReturned',
    again: replayed,
    other: { change: input({ lines: [{ lineNo: 1, quantity: '2' }] }), refusal: 'ReturnIdReused' },
    freshId: fresh('returnId'),
  },
  adjustPoints: {
    make: ({ memberId }) => {
      const dates = { activationDays: 0, lifetimeDays: 30 };
      const content = { amount: '1.00', reason: 'OTHER', note: 'a test', ...dates, legalEntity: 'MAIN' };
      return input({ adjustmentId: randomUUID(), member: { id: memberId }, ...content });
    },
    outcome: 'AdjustmentBooked',
    again: replayed,
    other: { change: input({ amount: '2.00' }), refusal: 'AdjustmentIdReused' },
    freshId: fresh('adjustmentId'),
  },
  grantPoints: {
    make: ({ memberId }) => {
      const terms = { activationDays: 0, lifetimeDays: 30, legalEntity: 'MAIN', campaignId: 'autumn', note: 'a test' };
      return input({ grantId: randomUUID(), ...terms, rows: [{ member: { id: memberId }, points: '1.00' }] });
    },
    outcome: 'PointsGranted',
    again: replayed,
    other: { change: input({ note: 'other' }), refusal: 'GrantIdReused' },
    freshId: fresh('grantId'),
  },
  undoGrant: {
    make: async ({ staff, memberId }) => {
      const grantId = randomUUID();
      const query = 'mutation ($input: GrantPointsInput!) { grantPoints(input: $input) { __typename } }';
      await staff(query, input({ grantId, note: 'a test', rows: [{ member: { id: memberId }, points: '1.00' }] }));
      return input({ grantId, note: 'wrong campaign' });
    },
    outcome: 'GrantUndone',
    again: {},
    other: { change: input({ note: 'other' }), refusal: 'GrantUndoneOtherwise' },
  },
  extendLots: {
    make: async ({ staff, memberId }) => {
      const query = 'mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { __typename } }';
      const content = { amount: '1.00', reason: 'OTHER', note: 'a test', activationDays: 0, lifetimeDays: 30 };
      await staff(
        query,
        input({ adjustmentId: randomUUID(), member: { id: memberId }, ...content, legalEntity: 'MAIN' }),
      );
      return input({ extensionId: randomUUID(), memberId, days: 7, reason: 'a test' });
    },
    outcome: 'LotsExtended',
    again: replayed,
    other: { change: input({ days: 8 }), refusal: 'ExtensionIdReused' },
    freshId: fresh('extensionId'),
  },
  approveAdjustment: decision('AdjustmentBooked', 'second'),
  rejectAdjustment: decision('AdjustmentRejected', 'second'),
  withdrawAdjustment: decision('AdjustmentWithdrawn'),
  undoAdjustment: {
    make: async ({ staff, memberId }) => {
      const adjustmentId = randomUUID();
      const query = 'mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { __typename } }';
      await staff(query, input({ adjustmentId, member: { id: memberId }, amount: '1.00', reason: 'MIGRATION' }));
      return input({ adjustmentId, note: 'a test', allowPartial: false });
    },
    outcome: 'AdjustmentUndone',
    again: replayed,
    other: { change: input({ note: 'other' }), refusal: 'AdjustmentNotBooked' },
  },
  setAdjustmentLimit: {
    make: () => input({ role: 'MARKETER', perAdjustment: '1.00', perDay: '2.00', approvalAbove: '1.00' }),
    outcome: 'AdjustmentLimitSet',
    again: {},
    other: SETS,
  },
};

function decision(outcome: string, by?: 'second'): MutationCase {
  return {
    make: async ({ propose }) => input({ adjustmentId: await propose(), note: 'a test' }),
    outcome,
    again: replayed,
    other: { change: input({ note: 'other' }), refusal: 'AdjustmentNotWaiting' },
    ...(by && { by }),
  };
}
