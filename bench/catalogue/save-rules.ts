import type { GatewayClient } from '@adal/cli';

const SAVE = `mutation Save($input: SaveProductSetInput!) { saveProductSet(input: $input) { __typename
  ... on ProductSetSaved { productSet { size } } } }`;

/** Saves so many sets by rule, each over a brand and everything but a category; the seconds it took. */
export async function saveRules(client: GatewayClient, count: number): Promise<number> {
  const startedMs = performance.now();
  for (let index = 0; index < count; index += 1) {
    const not = { kind: 'NOT', of: { kind: 'CATEGORY', in: ['Bench > Socks'] } };
    const colour = { kind: 'ATTRIBUTE', key: 'colour', op: 'IN', values: ['чёрный', 'белый'] };
    const goods = { kind: 'ALL', of: [not, { kind: 'ANY', of: [colour, { kind: 'BRAND', in: [`Brand${index}`] }] }] };
    const input = { id: `bench-${index}`, name: `Bench ${index}`, kind: 'RULE', goods };
    const { saveProductSet } = await client.ask<{ saveProductSet: { __typename: string } }>(SAVE, { input });
    if (saveProductSet.__typename !== 'ProductSetSaved') throw new Error(saveProductSet.__typename);
  }
  return (performance.now() - startedMs) / 1_000;
}
