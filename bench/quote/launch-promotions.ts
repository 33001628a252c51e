import { randomUUID } from 'node:crypto';
import type { GatewayClient } from '@adal/cli';
import { gallery, type ParameterValue } from '@adal/engine';

const SAVE = `mutation Save($input: SavePromotionInput!) { result: savePromotion(input: $input) {
  __typename ... on UserError { message } } }`;
const RUN = `mutation Run($input: SetPromotionStatusInput!) { result: setPromotionStatus(input: $input) {
  __typename ... on UserError { message } } }`;

/** Mechanics whose goods or store can be named; the others would all be touched by every basket. */
const NARROW = gallery.filter(({ parameters }) => 'categories' in parameters || 'brands' in parameters);

/** Runs so many further promotions, every mechanic of the gallery in turn, over the brands and categories of the catalogue. */
export async function launchPromotions(client: GatewayClient, count: number): Promise<void> {
  const { brands, categories } = await client.ask<{ brands: { name: string }[]; categories: { path: string }[] }>(
    '{ brands { name } categories { path } }',
  );
  const nth = <Item>(list: readonly Item[], n: number): Item | undefined => list[n % list.length];
  for (let n = 0; n < count; n += 1) {
    // One in ten is on any basket, as in a chain.
    const template = nth(n % 10 === 0 ? gallery : NARROW, n);
    if (template === undefined) throw new Error('The gallery is empty');
    const given: Record<string, ParameterValue> = {};
    if ('categories' in template.parameters) given['categories'] = [nth(categories, n)?.path ?? ''];
    if ('accessories' in template.parameters) given['accessories'] = [nth(categories, n + 1)?.path ?? ''];
    if ('brands' in template.parameters) given['brands'] = [nth(brands, n)?.name ?? ''];
    const id = randomUUID();
    await act(client, SAVE, {
      id,
      name: `${template.name.en} ${n}`,
      templateKey: template.key,
      definition: { stacking: { group: `Group ${n % 4}`, mode: 'BEST' }, ...(template.build(given) as object) },
    });
    await act(client, RUN, { id, status: 'RUNNING' });
  }
}

async function act(client: GatewayClient, document: string, input: object): Promise<void> {
  const { result } = await client.ask<{ result: { __typename: string; message?: string } }>(document, { input });
  if (result.__typename !== 'PromotionSaved') throw new Error(result.message ?? result.__typename);
}
