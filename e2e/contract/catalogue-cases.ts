import { randomUUID } from 'node:crypto';
import type { Variables } from './bad-values';
import { file, FILE, fresh, input, replayed, SETS, unchanged, type MutationCase } from './mutation-case';
import type { World } from './world';

const boots = { kind: 'CATEGORY', in: ['Boots'] };

/** A product of its own; its SKU. */
async function haveProduct({ staff }: World): Promise<string> {
  const sku = randomUUID();
  const document = 'mutation ($input: ImportInput!) { importProducts(input: $input) { __typename } }';
  await staff(document, input(file({ sku, name: 'Boots', category_path: `Boots > ${sku}` })));
  return sku;
}

/** A set of its own; its id. */
async function haveSet({ staff }: World, content: Variables): Promise<string> {
  const id = randomUUID();
  const document = 'mutation ($input: SaveProductSetInput!) { saveProductSet(input: $input) { __typename } }';
  await staff(document, input({ id, name: 'Contract', ...content }));
  return id;
}

/** Products, their attributes, sets and complements. */
export const catalogueCases: Readonly<Record<string, MutationCase>> = {
  importProducts: {
    make: () => input(file({ sku: randomUUID(), name: 'Tea', category_path: 'Grocery > Tea' })),
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  saveProduct: {
    make: async (world) =>
      input({
        sku: await haveProduct(world),
        revision: 1,
        minPrice: '100.00',
        notDiscountable: true,
        status: 'ACTIVE',
      }),
    outcome: 'ProductSaved',
    again: {},
    other: { change: input({ minPrice: '200.00' }), refusal: 'ProductChanged' },
  },
  moveCategory: {
    make: async (world) => input({ path: `Boots > ${await haveProduct(world)}`, newPath: `Moved > ${randomUUID()}` }),
    outcome: 'CategoryMoved',
    again: { products: 0 },
    other: SETS,
  },
  saveProductAttribute: {
    make: () => {
      const names = { nameRu: 'Рост', nameKk: 'Бой', nameEn: 'Height' };
      return input({ key: `k${randomUUID().slice(0, 8)}`, type: 'NUMBER', ...names, allowedValues: [] });
    },
    outcome: 'ProductAttributeSaved',
    again: {},
    other: { change: input({ type: 'TEXT' }), refusal: 'ProductAttributeChanged' },
  },
  saveProductSet: {
    make: () => input({ id: randomUUID(), name: 'Boots', kind: 'RULE', goods: boots }),
    outcome: 'ProductSetSaved',
    again: {},
    other: { change: input({ name: 'Shoes' }), refusal: 'ProductSetChanged' },
    freshId: fresh('id'),
  },
  addToProductSet: {
    make: async (world) => {
      const sku = await haveProduct(world);
      return input({ setId: await haveSet(world, { kind: 'LIST', skus: [] }), ...file({ sku }) });
    },
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  deleteProductSet: {
    make: async (world) => ({ id: await haveSet(world, { kind: 'RULE', goods: boots }) }),
    outcome: 'ProductSetDeleted',
    again: replayed,
    other: 'The id is all there is.',
  },
  saveComplement: {
    make: () => input({ id: randomUUID(), name: 'Care', goods: boots, accessory: { kind: 'SKU', in: ['cream'] } }),
    outcome: 'ComplementSaved',
    again: {},
    other: { change: input({ name: 'Laces' }), refusal: 'ComplementChanged' },
    freshId: fresh('id'),
  },
  deleteComplement: {
    make: async ({ staff }) => {
      const id = randomUUID();
      const document = 'mutation ($input: SaveComplementInput!) { saveComplement(input: $input) { __typename } }';
      await staff(document, input({ id, name: 'Care', goods: boots, accessory: boots }));
      return { id };
    },
    outcome: 'ComplementDeleted',
    again: replayed,
    other: 'The id is all there is.',
  },
};
