import { randomUUID } from 'node:crypto';
import { withClient } from '@adal/local';
import { eventually } from '@adal/testkit';
import type { Variables } from './bad-values';
import { catalogueCases } from './catalogue-cases';
import { couponCases } from './coupon-cases';
import { factCases } from './fact-cases';
import { ledgerCases } from './ledger-cases';
import { memberCases } from './member-cases';
import { segmentCases } from './segment-cases';
import type { World } from './world';
import { fresh, input, SETS, type MutationCase } from './mutation-case';

/** Not idempotent, on purpose. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  signIn: 'Each sign-in opens a session of its own: two devices must not share one.',
  refreshSession: 'A refresh token works once; one that comes back was stolen, and ends the session.',
};

const TWENTY_OFF_TEA = { effects: [{ kind: 'PERCENT', goods: { kind: 'CATEGORY', in: ['Tea'] }, percent: '20' }] };

async function aDraft({ staff }: World): Promise<string> {
  const id = randomUUID();
  const query = 'mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }';
  await staff(query, input({ id, name: 'Autumn', definition: TWENTY_OFF_TEA }));
  return id;
}

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
    make: async (world) => input({ id: await aDraft(world), status: 'RUNNING' }),
    outcome: 'PromotionSaved',
    again: {},
    other: SETS,
  },
  archivePromotion: {
    make: async (world) => {
      const id = await aDraft(world);
      const query = 'mutation ($input: SetPromotionStatusInput!) { setPromotionStatus(input: $input) { __typename } }';
      await world.staff(query, input({ id, status: 'ENDED' }));
      return input({ id, archived: true });
    },
    outcome: 'PromotionSaved',
    again: {},
    other: SETS,
  },
  deletePromotion: {
    make: async (world) => input({ id: await aDraft(world) }),
    outcome: 'PromotionDeleted',
    again: { deleted: false },
    other: 'The id is all there is.',
  },
  requestPromotionApproval: {
    make: async (world) => input({ id: await aDraft(world), version: 1, comment: 'Before Friday' }),
    outcome: 'PromotionSaved',
    again: {},
    other: 'A version is asked about once; what is said then stays.',
  },
  decidePromotionApproval: {
    make: async (world) => {
      const id = await aDraft(world);
      const query =
        'mutation ($input: RequestPromotionApprovalInput!) { requestPromotionApproval(input: $input) { __typename } }';
      await world.staff(query, input({ id, version: 1 }));
      return input({ id, version: 1, approve: true });
    },
    outcome: 'PromotionSaved',
    again: {},
    other: { change: input({ approve: false, comment: 'Too dear' }), refusal: 'ApprovalNotWaiting' },
    by: 'second',
  },
  restorePromotionVersion: {
    make: async (world) => {
      const id = await aDraft(world);
      const query = 'mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }';
      await world.staff(query, input({ id, name: 'Winter', definition: TWENTY_OFF_TEA, version: 1 }));
      return input({ id, restore: 1, version: 2 });
    },
    outcome: 'PromotionSaved',
    again: {},
    other: { change: input({ restore: 2 }), refusal: 'PromotionChanged' },
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
  dumpViews: {
    make: () => ({ dumpId: randomUUID() }),
    outcome: 'Dump',
    again: ['Dump'],
    other: 'The id is all there is.',
    freshId: ['dumpId'],
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

const START_SIMULATION =
  'mutation ($input: StartSimulationInput!) { startSimulation(input: $input) { __typename ... on UserError { message } } }';

/** What starts a what-if of twenty off tea, once a sale has arrived to try it on. */
async function aSimulation({ staff, sell }: World): Promise<Variables> {
  await sell();
  const days = { from: dayFromNow(-1), until: dayFromNow(1) };
  const order = () => ({
    id: randomUUID(),
    drafts: [{ promotionId: randomUUID(), name: 'Tea', definition: TWENTY_OFF_TEA }],
    ...days,
  });
  await eventually(async () => {
    const { startSimulation } = await staff<{ startSimulation: { __typename: string } }>(
      START_SIMULATION,
      input(order()),
    );
    return startSimulation.__typename !== 'SimulationPeriodEmpty';
  });
  return input(order());
}

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const simulations: Record<string, MutationCase> = {
  startSimulation: {
    make: aSimulation,
    outcome: 'SimulationStarted',
    // It runs by itself meanwhile.
    again: { __typename: 'SimulationStarted', replayed: true },
    other: { change: input({ samplePercent: 50 }), refusal: 'SimulationIdReused' },
    freshId: fresh('id'),
  },
  cancelSimulation: {
    make: async (world) => {
      const order = await aSimulation(world);
      const one = (): Variables => ({ ...(order['input'] as Variables), id: randomUUID() });
      // Others are before it, so that it is not over too soon.
      const orders = Array.from({ length: 5 }, one);
      for (const each of orders) await world.staff(START_SIMULATION, input(each));
      return { id: orders.at(-1)?.['id'] };
    },
    outcome: 'SimulationCancelled',
    again: {},
    other: 'The id is all there is.',
  },
};

/** One for every mutation of the graph. */
export const CASES: Readonly<Record<string, MutationCase>> = {
  ...memberCases,
  ...ledgerCases,
  ...promotions,
  ...factCases,
  ...segmentCases,
  ...simulations,
  ...others,
};
