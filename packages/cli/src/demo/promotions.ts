import type { GatewayClient } from '../gateway-client';
import { act } from './act';
import { demoPromotions, type DemoPromotion } from './demo-promotions';

/** The demo programme: 5 % back, up to 30 % payable, active after two weeks, a year to spend. */
const PROGRAMME = {
  earnPercent: '5',
  payablePercent: '30',
  roundingStep: '1.00',
  roundingMode: 'DOWN',
  activationDays: 14,
  lifetimeDays: 365,
};

/** Sets the demo programme and runs the demo promotions. Safe to run again. */
export async function launchDemoPromotions(client: GatewayClient, storeId: string, now: Date): Promise<void> {
  const { programme } = await client.ask<{ programme: { version: number } }>('{ programme { version } }');
  await act(client, 'updateProgramme', 'UpdateProgrammeInput', { ...PROGRAMME, version: programme.version });
  for (const [index, promotion] of demoPromotions(storeId, now).entries()) {
    const id = `01900000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`;
    const { found } = await client.ask<{ found: object | null }>(FIND, { id });
    if (found === null) await launch(client, id, promotion);
  }
}

const FIND = 'query Find($id: ID!) { found: promotion(id: $id) { id } }';
const BUILD = `query Build($key: String!, $parameters: JSON) {
  template: promotionTemplate(key: $key) { definition(parameters: $parameters) } }`;

async function launch(client: GatewayClient, id: string, promotion: DemoPromotion): Promise<void> {
  const { name, templateKey, parameters, definition, limits, status = 'RUNNING' } = promotion;
  const { template } = await client.ask<{ template: { definition: object } }>(BUILD, { key: templateKey, parameters });
  await act(client, 'savePromotion', 'SavePromotionInput', {
    id,
    name,
    templateKey,
    definition: { holdout: null, ...template.definition, ...definition },
    limits,
    noControlReason: 'Демонстрация: показываем каждому',
  });
  await act(client, 'setPromotionStatus', 'SetPromotionStatusInput', { id, status: 'RUNNING' });
  if (status === 'ENDED') await act(client, 'setPromotionStatus', 'SetPromotionStatusInput', { id, status });
}
