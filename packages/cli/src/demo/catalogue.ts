import type { GatewayClient } from '../gateway-client';
import { act } from './act';
import { COLOURS } from './chain';

const ATTRIBUTES = [
  { key: 'size', type: 'NUMBER', unit: 'EU', nameRu: 'Размер', nameKk: 'Өлшемі', nameEn: 'Size', allowedValues: [] },
  { key: 'colour', type: 'TEXT', nameRu: 'Цвет', nameKk: 'Түсі', nameEn: 'Colour', allowedValues: COLOURS },
  {
    key: 'materials',
    type: 'LIST',
    nameRu: 'Материалы',
    nameKk: 'Материалдары',
    nameEn: 'Materials',
    allowedValues: ['кожа', 'замша', 'текстиль', 'резина', 'мех'],
  },
];

const category = (...paths: string[]): object => ({ kind: 'CATEGORY', in: paths });
const colour = (...values: string[]): object => ({ kind: 'ATTRIBUTE', key: 'colour', op: 'IN', values });
const WINTER = ['Обувь > Женская > Ботинки', 'Обувь > Мужская > Ботинки', 'Обувь > Детская > Сапоги'];

const SETS = [
  { id: 'winter-shoes', name: 'Зимняя обувь', goods: category(...WINTER) },
  { id: 'black-shoes', name: 'Чёрная обувь', goods: { kind: 'ALL', of: [category('Обувь'), colour('чёрный')] } },
  {
    id: 'large-shoes',
    name: 'Обувь больших размеров',
    goods: {
      kind: 'ALL',
      of: [category('Обувь > Мужская'), { kind: 'ATTRIBUTE', key: 'size', op: 'GTE', values: [44] }],
    },
  },
];

const COMPLEMENTS = [
  { id: 'shoe-care', name: 'Обувь → уход', goods: category('Обувь'), accessory: category('Уход') },
  {
    id: 'dress-bag',
    name: 'Платье → сумка',
    goods: category('Одежда > Женская'),
    accessory: category('Аксессуары > Сумки'),
  },
];

/** Declares what the demo products' attributes mean, so that the files' columns are read. Safe to run again. */
export async function declareDemoAttributes(client: GatewayClient): Promise<void> {
  const { known } = await client.ask<Known<{ key: string }>>('{ known: productAttributes { key } }');
  for (const attribute of ATTRIBUTES.filter(({ key }) => !known.some((one) => one.key === key))) {
    await act(client, 'saveProductAttribute', 'SaveProductAttributeInput', attribute);
  }
}

/** Makes product sets and the complement map. Safe to run again: what somebody has changed stays. */
export async function nameDemoGoods(client: GatewayClient): Promise<void> {
  const { known, sets } = await client.ask<Known<{ id: string }> & { sets: { edges: { node: { id: string } }[] } }>(
    '{ known: complements { id } sets: productSets(first: 500) { edges { node { id } } } }',
  );
  const ids = new Set([...known, ...sets.edges.map(({ node }) => node)].map(({ id }) => id));
  for (const set of SETS.filter(({ id }) => !ids.has(id))) {
    await act(client, 'saveProductSet', 'SaveProductSetInput', { ...set, kind: 'RULE' });
  }
  for (const complement of COMPLEMENTS.filter(({ id }) => !ids.has(id))) {
    await act(client, 'saveComplement', 'SaveComplementInput', complement);
  }
}

interface Known<One> {
  known: One[];
}
