import { parseDefinition, printDefinition, sayFault, type FaultCode } from '.';
import { FAULT_TEXTS } from './fault-texts';

const percent = { kind: 'PERCENT', percent: '10' };
const sku = (...names: string[]) => ({ kind: 'SKU', in: names });
const faultsOf = (json: unknown) => {
  const parsed = parseDefinition(json);
  return parsed.__typename === 'Definition' ? [] : parsed.faults;
};

it('reads a definition with its defaults, and prints it back the same', () => {
  const parsed = parseDefinition({ effects: [percent] });
  expect(parsed).toMatchObject({
    definition: {
      priority: 100,
      stacking: null,
      condition: null,
      effects: [{ kind: 'PERCENT', goods: { kind: 'EVERYTHING' }, percent: 1_000n }],
      holdout: { share: 1_000n, salt: null, anonymous: true },
    },
  });
  if (parsed.__typename !== 'Definition') return;
  expect(parseDefinition(JSON.parse(JSON.stringify(printDefinition(parsed.definition))))).toEqual(parsed);
});

it('has no control group when none is wanted', () => {
  expect(parseDefinition({ effects: [percent], holdout: null })).toMatchObject({ definition: { holdout: null } });
});

it.each<[string, FaultCode, string, object]>([
  ['effects', 'SHAPE', 'Invalid input: expected array, received undefined.', { effects: undefined }],
  [
    'effects.0.percent',
    'SHAPE',
    'Must be a number with at most two decimals, such as "12.5", as a string.',
    { effects: [{ ...percent, percent: '1,5' }] },
  ],
  ['', 'SHAPE', 'There is no colour here.', { colour: 'red' }],
  ['effects.0', 'SHAPE', 'There is no prize here.', { effects: [{ ...percent, prize: 1 }] }],
  ['effects', 'EMPTY', 'A promotion must give something.', { effects: [] }],
  [
    'effects.0.percent',
    'OUT_OF_BOUNDS',
    'The percentage must be above 0 and at most 100 %.',
    { effects: [{ ...percent, percent: '100.01' }] },
  ],
  [
    'effects.0.amount',
    'OUT_OF_BOUNDS',
    'The amount must be above zero.',
    { effects: [{ kind: 'AMOUNT_OFF', amount: '-5' }] },
  ],
  [
    'effects.0.price',
    'OUT_OF_BOUNDS',
    'The price must not be negative.',
    { effects: [{ kind: 'FIXED_PRICE', price: '-0.01' }] },
  ],
  [
    'effects.0',
    'CONTRADICTION',
    'Fewer units must be free than are taken.',
    { effects: [{ kind: 'CHEAPEST_FREE', of: 2, free: 2 }] },
  ],
  [
    'effects.0',
    'CONTRADICTION',
    'Fewer units must be paid than are taken.',
    { effects: [{ kind: 'N_FOR_M', take: 3, pay: 3 }] },
  ],
  [
    'effects.0.parts.0.goods',
    'CONTRADICTION',
    'Nothing is left when all goods are excluded.',
    {
      effects: [
        {
          kind: 'BUNDLE_PRICE',
          price: '1',
          parts: [{ goods: { kind: 'NOT', of: { kind: 'EVERYTHING' } }, quantity: 2 }],
        },
      ],
    },
  ],
  [
    'effects.0.parts',
    'CONTRADICTION',
    'One unit is no set: use a percentage or a price.',
    { effects: [{ kind: 'SET_PERCENT', percent: '5', parts: [{ quantity: 1 }] }] },
  ],
  [
    'effects.0.goods',
    'CONTRADICTION',
    'No product has two SKUs at once: nothing meets every list.',
    { effects: [{ ...percent, goods: { kind: 'ALL', of: [sku('a'), sku('b')] } }] },
  ],
  ['effects.0.goods.in', 'EMPTY', 'Name at least one SKU.', { effects: [{ ...percent, goods: sku() }] }],
  [
    'effects.0.steps.1',
    'CONTRADICTION',
    'Each step must give more than the one before, in the same way.',
    {
      effects: [
        {
          kind: 'TIERS',
          by: 'SUM',
          steps: [
            { from: '1', percent: '9' },
            { from: '2', percent: '5' },
          ],
        },
      ],
    },
  ],
  [
    'schedule',
    'REVERSED',
    'The period ends before it starts.',
    { schedule: { from: '2026-12-01T00:00:00Z', until: '2026-11-01T00:00:00Z' } },
  ],
  [
    'schedule.hours',
    'CONTRADICTION',
    'Two time windows overlap: join them into one.',
    {
      schedule: {
        hours: [
          { from: '10:00', until: '14:00' },
          { from: '13:00', until: '15:00' },
        ],
      },
    },
  ],
  [
    'condition',
    'REVERSED',
    'Nobody is older than 40 and younger than 20: the range ends before it starts.',
    { condition: { kind: 'AGE', from: 40, to: 20 } },
  ],
  [
    'condition',
    'CONTRADICTION',
    'No day of the week meets every condition at once.',
    {
      condition: {
        kind: 'ALL',
        of: [
          { kind: 'WEEKDAYS', in: [1, 2] },
          { kind: 'WEEKDAYS', in: [6] },
        ],
      },
    },
  ],
  [
    'condition',
    'CONTRADICTION',
    'No day of the week meets every condition at once.',
    { schedule: { weekdays: [1] }, condition: { kind: 'WEEKDAYS', in: [2] } },
  ],
  [
    'condition',
    'CONTRADICTION',
    'No sum of the basket meets every condition at once.',
    {
      condition: {
        kind: 'ALL',
        of: [
          { kind: 'BASKET', measure: 'SUM', atLeast: '10' },
          { kind: 'BASKET', measure: 'SUM', atMost: '5' },
        ],
      },
    },
  ],
  [
    'condition',
    'CONTRADICTION',
    'A condition is asked for and excluded at the same time.',
    { condition: { kind: 'ALL', of: [{ kind: 'IDENTIFIED' }, { kind: 'NOT', of: { kind: 'IDENTIFIED' } }] } },
  ],
  [
    'condition',
    'CONTRADICTION',
    'The first purchase has no purchases before it.',
    { condition: { kind: 'ALL', of: [{ kind: 'FIRST_PURCHASE' }, { kind: 'DAYS_SINCE_LAST', atLeast: 5 }] } },
  ],
  ['condition.of', 'EMPTY', 'A group of conditions is empty.', { condition: { kind: 'ANY', of: [] } }],
  [
    'condition',
    'OUT_OF_BOUNDS',
    'A bound must not be negative.',
    { condition: { kind: 'BASKET', measure: 'SUM', atLeast: '-1' } },
  ],
  [
    'caps.usesPerBasket',
    'USELESS',
    'None of the effects repeats within a basket, so uses cannot be limited.',
    { caps: { usesPerBasket: 2 } },
  ],
  ['caps.basket.amount', 'OUT_OF_BOUNDS', 'A cap must be above zero.', { caps: { basket: { amount: '-10' } } }],
  [
    'holdout.share',
    'CONTRADICTION',
    'A control group of 100 % leaves nobody to give the promotion to.',
    { holdout: { share: '100' } },
  ],
  [
    'variants',
    'CONTRADICTION',
    'The shares of the variants are more than 100 % together.',
    {
      variants: [
        { key: 'A', share: '60', effects: [percent] },
        { key: 'B', share: '60', effects: [percent] },
      ],
    },
  ],
])('explains what is wrong at %p: %s, %s', (path, code, message, changes) =>
  expect(faultsOf({ effects: [percent], ...changes })).toContainEqual(expect.objectContaining({ path, code, message })),
);

it('says every fault in three languages, with the same figures', () => {
  const figures = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [en, others] of Object.entries(FAULT_TEXTS)) {
    for (const text of others) expect([en, figures(text)]).toEqual([en, figures(en)]);
  }
  const [fault] = faultsOf({ effects: [percent], priority: -1 });
  if (fault === undefined) throw new Error('A negative priority is a fault');
  expect([sayFault(fault, 'ru'), sayFault(fault, 'kk'), sayFault(fault, 'en')]).toEqual([
    'Приоритет: нужно целое число от 0 до 1000.',
    'Басымдық: 0 мен 1000 арасындағы бүтін сан керек.',
    fault.message,
  ]);
});
