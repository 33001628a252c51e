import type { GatewayClient } from '../gateway-client';

/** The demo programme: 5 % back, up to 30 % payable, active after two weeks, a year to spend. */
const PROGRAMME = {
  earnPercent: '5',
  payablePercent: '30',
  roundingStep: '1.00',
  roundingMode: 'DOWN',
  activationDays: 14,
  lifetimeDays: 365,
};

const PROMOTIONS = [
  {
    id: '01900000-0000-7000-8000-000000000001',
    name: 'Уход за обувью −20 % участникам',
    mechanic: 'PERCENT_OFF',
    effect: { percentOff: '20' },
    scope: { categories: ['Уход'] },
    conditions: { membersOnly: true },
    receiptText: 'Спасибо, что бережёте обувь!',
  },
  {
    id: '01900000-0000-7000-8000-000000000002',
    name: 'Двойные баллы на Aruna',
    mechanic: 'POINTS_MULTIPLIER',
    effect: { pointsMultiplier: '2' },
    scope: { brands: ['Aruna'] },
    conditions: { membersOnly: true },
  },
  {
    id: '01900000-0000-7000-8000-000000000003',
    name: '−5 000 ₸ от 60 000 ₸',
    mechanic: 'AMOUNT_OFF',
    effect: { amountOff: '5000.00', basketAtLeast: '60000.00' },
    scope: {},
    conditions: {},
  },
  {
    id: '01900000-0000-7000-8000-000000000004',
    name: 'День рождения: обувь −15 %',
    mechanic: 'PERCENT_OFF',
    effect: { percentOff: '15' },
    scope: { categories: ['Обувь'] },
    conditions: { membersOnly: true, birthdayWithinDays: 7 },
  },
];

/** Sets the demo programme and runs the demo promotions. Safe to run again. */
export async function launchDemoPromotions(client: GatewayClient): Promise<void> {
  const { programme } = await client.ask<{ programme: { version: number } }>('{ programme { version } }');
  await act(client, 'updateProgramme', 'UpdateProgrammeInput', { ...PROGRAMME, version: programme.version });
  for (const promotion of PROMOTIONS) {
    const { found } = await client.ask<{ found: { status: string } | null }>(
      'query Find($id: ID!) { found: promotion(id: $id) { status } }',
      {
        id: promotion.id,
      },
    );
    if (found) continue;
    await act(client, 'savePromotion', 'SavePromotionInput', promotion);
    await act(client, 'setPromotionStatus', 'SetPromotionStatusInput', { id: promotion.id, status: 'RUNNING' });
  }
}

async function act(client: GatewayClient, mutation: string, type: string, input: unknown): Promise<void> {
  const { result } = await client.ask<{ result: { message?: string } }>(
    `mutation Act($input: ${type}!) { result: ${mutation}(input: $input) { ... on UserError { message } } }`,
    { input },
  );
  if (result.message) throw new Error(`${mutation}: ${result.message}`);
}
