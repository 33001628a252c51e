import { randomUUID } from 'node:crypto';
import type { GatewayClient } from '@adal/cli';

const SAVE = `mutation Save($input: SavePromotionInput!) { result: savePromotion(input: $input) {
  __typename ... on UserError { message } } }`;
const RUN = `mutation Run($input: SetPromotionStatusInput!) { result: setPromotionStatus(input: $input) {
  __typename ... on UserError { message } } }`;

/** Runs so many further promotions over the brands and categories of the catalogue. */
export async function launchPromotions(client: GatewayClient, count: number): Promise<void> {
  const { brands, categories } = await client.ask<{ brands: { name: string }[]; categories: { path: string }[] }>(
    '{ brands { name } categories { path } }',
  );
  for (let n = 0; n < count; n += 1) {
    const id = randomUUID();
    const [brand, category] = [brands[n % brands.length]?.name ?? '', categories[n % categories.length]?.path ?? ''];
    await act(client, SAVE, {
      id,
      name: `Promotion ${n}`,
      ...(n % 3 === 0
        ? { mechanic: 'POINTS_MULTIPLIER', effect: { pointsMultiplier: '2' } }
        : { mechanic: 'PERCENT_OFF', effect: { percentOff: `${1 + (n % 20)}` } }),
      scope: n % 2 === 0 ? { brands: [brand] } : { categories: [category] },
      conditions: { membersOnly: true, ...(n % 5 === 0 ? { birthdayWithinDays: 7 } : {}) },
      exclusiveGroup: `Group ${n % 4}`,
    });
    await act(client, RUN, { id, status: 'RUNNING' });
  }
}

async function act(client: GatewayClient, document: string, input: object): Promise<void> {
  const { result } = await client.ask<{ result: { __typename: string; message?: string } }>(document, { input });
  if (result.__typename !== 'PromotionSaved') throw new Error(result.message ?? result.__typename);
}
