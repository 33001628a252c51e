import { randomUUID } from 'node:crypto';
import { withClient } from '@adal/local';
import { eventually } from '@adal/testkit';
import type { Variables } from './bad-values';
import { catalogueCases } from './catalogue-cases';
import { couponCases } from './coupon-cases';
import { factCases } from './fact-cases';
import { ledgerCases } from './ledger-cases';
import { memberCases } from './member-cases';
import { fresh, input, SETS, type MutationCase } from './mutation-case';

/** Not idempotent, on purpose. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  signIn: 'Each sign-in opens a session of its own: two devices must not share one.',
  refreshSession: 'A refresh token works once; one that comes back was stolen, and ends the session.',
};

const TWENTY_OFF_TEA = { effects: [{ kind: 'PERCENT', goods: { kind: 'CATEGORY', in: ['Tea'] }, percent: '20' }] };

const promotions: Record<string, MutationCase> = {
  ...catalogueCases,
  ...couponCases,
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
    make: () => input({ id: randomUUID(), name: 'Autumn', definition: TWENTY_OFF_TEA, note: 'Tea days' }),
    outcome: 'PromotionSaved',
    again: {},
    other: { change: input({ name: 'Winter' }), refusal: 'PromotionChanged' },
    freshId: fresh('id'),
  },
  setPromotionStatus: {
    make: async ({ staff }) => {
      const id = randomUUID();
      const content = { name: 'Autumn', definition: TWENTY_OFF_TEA };
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
export const CASES: Readonly<Record<string, MutationCase>> = {
  ...memberCases,
  ...ledgerCases,
  ...promotions,
  ...factCases,
  ...others,
};
