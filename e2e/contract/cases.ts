import { randomUUID } from 'node:crypto';
import { withClient } from '@adal/local';
import { eventually } from '@adal/testkit';
import type { Variables } from './bad-values';
import type { World } from './world';

/** How one mutation keeps the contract: send it again and nothing is done twice; reuse its id for something else and be told. */
export interface MutationCase {
  /** Variables that are answered with `outcome`, with ids of their own. */
  make(world: World): Promise<Variables> | Variables;
  /** The outcome's type; a mutation without a union has one. */
  readonly outcome: string;
  /** What the second answer says otherwise than the first, by field; or what it may be where the world moves on meanwhile. */
  readonly again: Readonly<Record<string, unknown>> | readonly string[];
  /** The same id with other content, and the refusal; or why a mutation takes the latest content instead. */
  readonly other: OtherContent | string;
  /** Where a client-made id of this request alone stands: bad inputs get one each. */
  readonly freshId?: readonly string[];
  /** Decisions on somebody's proposal. */
  readonly by?: 'second';
}

/** What to send under an id that was used, and how that is refused. */
interface OtherContent {
  readonly change: Variables | ((world: World) => Promise<Variables>);
  readonly refusal: string;
  readonly says?: Readonly<Record<string, unknown>>;
}

/** Not idempotent, on purpose. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  signIn: 'Each sign-in opens a session of its own: two devices must not share one.',
  refreshSession: 'A refresh token works once; one that comes back was stolen, and ends the session.',
};

const SETS = 'It sets a state that it names as a whole: the latest wins, and is told apart by what it answers.';
const FILE = 'Rows are found again by their own ids: a later run brings later content.';
const replayed = { replayed: true };
const unchanged = { landed: 0, unchanged: 1 };

/** `input: { … }`. */
const input = (content: Variables): Variables => ({ input: content });
const fresh = (name: string): readonly string[] => ['input', name];

interface Added {
  readonly addStaffMember: { readonly staffMember: { readonly id: string } };
}

/** A run of one row. */
function file(row: Readonly<Record<string, string>>): Variables {
  return { importId: randomUUID(), columns: Object.keys(row), rows: [{ line: 2, values: Object.values(row) }] };
}

function decision(outcome: string, by?: 'second'): MutationCase {
  return {
    make: async ({ propose }) => input({ adjustmentId: await propose(), note: 'a test' }),
    outcome,
    again: replayed,
    other: { change: input({ note: 'other' }), refusal: 'AdjustmentNotWaiting' },
    ...(by && { by }),
  };
}

const members: Record<string, MutationCase> = {
  enrolMember: {
    make: () => input({ enrolmentId: randomUUID(), email: `${randomUUID()}@example.kz`, channel: 'TILL' }),
    outcome: 'MemberEnrolled',
    again: replayed,
    other: { change: input({ firstName: 'Other' }), refusal: 'EnrolmentInvalid', says: { field: 'enrolmentId' } },
    freshId: fresh('enrolmentId'),
  },
  updateMember: {
    make: async ({ enrol }) => input({ id: await enrol(), changeId: randomUUID(), firstName: 'Saule' }),
    outcome: 'MemberUpdated',
    again: replayed,
    other: { change: input({ firstName: 'Other' }), refusal: 'MemberInvalid', says: { field: 'changeId' } },
    freshId: fresh('changeId'),
  },
  setMemberStatus: {
    make: async ({ enrol }) => input({ id: await enrol(), status: 'BLOCKED', reason: 'lost' }),
    outcome: 'MemberUpdated',
    again: replayed,
    other: SETS,
  },
  addCard: {
    make: async ({ enrol }) => input({ memberId: await enrol(), changeId: randomUUID() }),
    outcome: 'CardAdded',
    again: replayed,
    other: {
      change: input({ number: `N${randomUUID().slice(0, 13)}` }),
      refusal: 'CardInvalid',
      says: { field: 'changeId' },
    },
    freshId: fresh('changeId'),
  },
  blockCard: {
    make: async (world) => {
      const number = `C${randomUUID().slice(0, 13)}`.toUpperCase();
      const query = 'mutation ($input: AddCardInput!) { addCard(input: $input) { __typename } }';
      await world.staff(query, input({ memberId: await world.enrol(), changeId: randomUUID(), number }));
      return input({ number, reason: 'lost' });
    },
    outcome: 'CardBlocked',
    again: {},
    other: SETS,
  },
  setConsent: {
    make: async ({ enrol }) => input({ memberId: await enrol(), channel: 'SMS', given: true, source: 'BACK_OFFICE' }),
    outcome: 'ConsentRecorded',
    again: {},
    other: SETS,
  },
  importMembers: {
    make: () => input(file({ member_id: randomUUID(), first_name: 'Aigul' })),
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  importCards: {
    make: async ({ staff }) => {
      const member_id = randomUUID();
      const query = 'mutation ($input: ImportInput!) { importMembers(input: $input) { __typename } }';
      await staff(query, input(file({ member_id, first_name: 'Aigul' })));
      return input(file({ card_number: `I${randomUUID().slice(0, 13)}`, member_id }));
    },
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  createPartnerKey: {
    make: () => input({ keyId: randomUUID(), name: 'Till', scopes: ['purchase.quote'] }),
    outcome: 'PartnerKeyCreated',
    again: { __typename: 'PartnerKeyMade' },
    other: { change: input({ name: 'Other' }), refusal: 'PartnerKeyInvalid' },
    freshId: fresh('keyId'),
  },
  revokePartnerKey: {
    make: async ({ staff }) => {
      const id = randomUUID();
      const query = 'mutation ($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) { __typename } }';
      await staff(query, input({ keyId: id, name: 'Till', scopes: ['purchase.quote'] }));
      return { id };
    },
    outcome: 'PartnerKeyRevoked',
    again: { revoked: false },
    other: SETS,
  },
  addStaffMember: {
    make: () =>
      input({ email: `${randomUUID()}@example.kz`, name: 'Dana', role: 'ANALYST', password: 'long enough for this' }),
    outcome: 'StaffMemberSaved',
    again: {},
    other: { change: input({ name: 'Other' }), refusal: 'StaffMemberInvalid', says: { field: 'email' } },
  },
  updateStaffMember: {
    make: async ({ staff }) => {
      const query =
        'mutation ($input: AddStaffMemberInput!) { addStaffMember(input: $input) { ... on StaffMemberSaved { staffMember { id } } } }';
      const person = { name: 'Dana', role: 'ANALYST', password: 'long enough for this' };
      const added = await staff<Added>(query, input({ ...person, email: `${randomUUID()}@example.kz` }));
      return input({ id: added.addStaffMember.staffMember.id, role: 'MARKETER' });
    },
    outcome: 'StaffMemberSaved',
    again: {},
    other: SETS,
  },
  signOut: {
    make: async ({ staff, stack }) => {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { refreshToken } } }';
      const { signIn } = await staff<{ signIn: { refreshToken: string } }>(query, input({ ...stack.admin }));
      return input({ refreshToken: signIn.refreshToken });
    },
    outcome: 'SignedOut',
    again: { ended: false },
    other: SETS,
  },
};

const ledger: Record<string, MutationCase> = {
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

const promotions: Record<string, MutationCase> = {
  importProducts: {
    make: () => input(file({ sku: randomUUID(), name: 'Tea', category_path: 'Grocery > Tea' })),
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  updateProgramme: {
    make: async ({ staff }) => {
      const fields = 'earnPercent payablePercent roundingStep roundingMode activationDays version';
      const { programme } = await staff<{ programme: Variables }>(`{ programme { ${fields} } }`);
      return input({ ...programme, lifetimeDays: Number(programme['version']) + 100 });
    },
    outcome: 'ProgrammeUpdated',
    again: {},
    other: { change: input({ earnPercent: '1' }), refusal: 'ProgrammeChanged' },
  },
  savePromotion: {
    make: () => {
      const [effect, scope, conditions] = [{ percentOff: '20' }, { categories: ['Tea'] }, { membersOnly: true }];
      return input({ id: randomUUID(), name: 'Autumn', mechanic: 'PERCENT_OFF', effect, scope, conditions });
    },
    outcome: 'PromotionSaved',
    again: {},
    other: { change: input({ name: 'Winter' }), refusal: 'PromotionChanged' },
    freshId: fresh('id'),
  },
  setPromotionStatus: {
    make: async ({ staff }) => {
      const id = randomUUID();
      const content = {
        name: 'Autumn',
        mechanic: 'PERCENT_OFF',
        effect: { percentOff: '20' },
        scope: {},
        conditions: {},
      };
      const query = 'mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }';
      await staff(query, input({ id, ...content }));
      return input({ id, status: 'RUNNING' });
    },
    outcome: 'PromotionSaved',
    again: {},
    other: SETS,
  },
};

const others: Record<string, MutationCase> = {
  rebuildAnalytics: {
    make: () => ({ rebuildId: randomUUID() }),
    outcome: 'AnalyticsRebuild',
    again: { started: false },
    other: 'The id is all there is.',
    freshId: ['rebuildId'],
  },
  sendMessage: {
    make: ({ memberId }) => input({ requestId: randomUUID(), memberId, template: 'invitation' }),
    outcome: 'MessageQueued',
    again: ['MessageQueued'],
    other: { change: input({ memberId: randomUUID() }), refusal: 'MessageIdReused' },
    freshId: fresh('requestId'),
  },
  retryMessage: {
    make: async ({ staff, stack, memberId }) => {
      const query =
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on MessageQueued { queued { id } } } }';
      const order = input({ requestId: randomUUID(), memberId, template: 'invitation' });
      const { id } = (await staff<{ sendMessage: { queued: { id: string } } }>(query, order)).sendMessage.queued;
      await withClient(stack.databaseUrl('communications'), async (client) => {
        const sent = "select from message where id = $1 and status = 'SENT'";
        await eventually(async () => (await client.query(sent, [id])).rowCount === 1);
        // As it is left when every try has failed, and not taken up again before it was looked at.
        await client.query("update message set status = 'FAILED', next_attempt_at = null where id = $1", [id]);
      });
      return { id };
    },
    outcome: 'MessageQueued',
    again: ['MessageQueued', 'MessageNotRetriable'],
    other: 'The id is all there is.',
  },
};

/** One for every mutation of the graph. */
export const CASES: Readonly<Record<string, MutationCase>> = { ...members, ...ledger, ...promotions, ...others };
