import { parseDefinition, type Goods, type Promotion } from '@adal/engine';
import fc from 'fast-check';
import { aDefinition, percentOff } from '../../../test/builders';
import { mayMeet, overlapOf } from './overlap.rules';

function promotion(id: string, definition: object): Promotion {
  const parsed = parseDefinition(aDefinition(definition));
  if (parsed.__typename !== 'Definition') throw new Error(JSON.stringify(parsed.faults));
  return { ...parsed.definition, id, version: 1, name: id };
}
const meets = (one: object, other: object) => overlapOf(promotion('a', one), promotion('b', other)) !== null;

const on = (kind: string, ...names: string[]) => ({ effects: [percentOff('10', { kind, in: names })] });
const when = (condition: object) => ({ condition });
const between = (from: string | null, until: string | null, more: object = {}) => ({
  schedule: { from, until, ...more },
});
const [MARCH, APRIL, MAY] = ['2027-03-01T00:00:00Z', '2027-04-01T00:00:00Z', '2027-05-01T00:00:00Z'];
const group = (name: string, mode: string) => ({ stacking: { group: name, mode } });

it.each<[string, object, object, boolean]>([
  ['everything and everything', {}, {}, true],
  ['a category and one within', on('CATEGORY', 'Shoes'), on('CATEGORY', 'Shoes > Boots'), true],
  ['a category and one beside', on('CATEGORY', 'Shoes'), on('CATEGORY', 'Shoes care'), false],
  ['two brands', on('BRAND', 'A', 'B'), on('BRAND', 'C'), false],
  ['a brand and a category', on('BRAND', 'A'), on('CATEGORY', 'Shoes'), true],
  ['one group that takes the best', group('g', 'BEST'), group('g', 'CUMULATIVE'), false],
  ['one group that adds up', group('g', 'CUMULATIVE'), group('g', 'CUMULATIVE'), true],
  ['two groups', group('g', 'BEST'), group('h', 'BEST'), true],
  ['one after another', between(MARCH, APRIL), between(APRIL, MAY), false],
  ['one within the other', between(null, MAY), between(MARCH, APRIL), true],
  ['other weekdays', between(null, null, { weekdays: [1] }), between(null, null, { weekdays: [2] }), false],
  [
    'other hours',
    between(null, null, { hours: [{ from: '10:00', until: '12:00' }] }),
    between(null, null, { hours: [{ from: '12:00', until: '14:00' }] }),
    false,
  ],
  ['women and men', when({ kind: 'GENDER', gender: 'FEMALE' }), when({ kind: 'GENDER', gender: 'MALE' }), false],
  ['other stores', when({ kind: 'STORE', storeIds: ['A'] }), when({ kind: 'STORE', storeIds: ['B'] }), false],
  ['other ages', when({ kind: 'AGE', to: 24 }), when({ kind: 'AGE', from: 25 }), false],
])('%s', (_, one, other, expected) => {
  expect(meets(one, other)).toBe(expected);
  expect(meets(other, one)).toBe(expected);
});

it('says when two promotions meet', () => {
  const overlap = overlapOf(promotion('a', between(MARCH, null)), promotion('b', between(null, APRIL)));
  expect(overlap).toEqual({ from: Date.parse(MARCH), until: Date.parse(APRIL) });
});

const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 });
const goodsArb: fc.Arbitrary<Goods> = fc.oneof(
  fc.record({ kind: fc.constantFrom('SKU' as const, 'BRAND' as const, 'CATEGORY' as const), in: names }),
  fc.record({
    kind: fc.constantFrom('ALL' as const, 'ANY' as const),
    of: fc.array(fc.record({ kind: fc.constantFrom('SKU' as const, 'BRAND' as const), in: names }), { minLength: 1 }),
  }),
);

it('does not mind which of two goods comes first, and lets goods meet themselves unless they are empty', () => {
  fc.assert(fc.property(goodsArb, goodsArb, (one, other) => expect(mayMeet(one, other)).toBe(mayMeet(other, one))));
});
