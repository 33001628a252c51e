import { newId } from '@adal/service';
import { sentencesOf } from '../definitions';
import {
  checkControl,
  isSameContent,
  readPromotion,
  type PromotionContent,
  type SavePromotionCommand,
} from './promotion.rules';
import type { Promotion } from './promotion.entity';
import { printDefinition } from '@adal/engine';
import { aDefinition, percentOff, pointsTimes } from '../../../test/builders';

const command = (changes: Partial<SavePromotionCommand> = {}): SavePromotionCommand => ({
  id: newId(),
  name: ' Autumn ',
  definition: aDefinition(),
  ...changes,
});

function read(changes: Partial<SavePromotionCommand> = {}): PromotionContent {
  const content = readPromotion(command(changes));
  if ('__typename' in content) throw new Error(JSON.stringify(content.problems));
  return content;
}

function problems(changes: Partial<SavePromotionCommand>): string[] {
  const content = readPromotion(command(changes));
  return '__typename' in content ? content.problems.map(({ field }) => field) : [];
}

const nested = (levels: number): unknown => {
  let value: unknown = { kind: 'IDENTIFIED' };
  for (let level = 0; level < levels; level += 1) value = { kind: 'NOT', of: value };
  return value;
};

it('trims the name, and holds out ten per cent when the definition does not say', () => {
  const content = read({ definition: { effects: [percentOff('12.5')] }, noControlReason: 'not needed' });
  expect(content).toMatchObject({ name: 'Autumn', noControlReason: null });
  expect(content.definition.holdout).toEqual({ share: 1_000n, salt: null, anonymous: true });
});

it.each<[string[], Partial<SavePromotionCommand>]>([
  [['id'], { id: 'autumn' }],
  [['name'], { name: ' ' }],
  [['name'], { name: 'x'.repeat(121) }],
  [['note'], { note: 'x'.repeat(501) }],
  [['parentId'], { parentId: 'mother' }],
  [['parentId'], { parentId: '' }],
  [['definition'], { definition: null }],
  [['definition'], { definition: 'buy more' }],
  [['definition'], { definition: aDefinition({ condition: nested(100_000) }) }],
  [['definition'], { definition: aDefinition({ mechanic: 'GIFT' }) }],
  [['definition.effects.0.kind'], { definition: aDefinition({ effects: [{ kind: 'MAGIC' }] }) }],
  [['definition.effects.0.percent'], { definition: aDefinition({ effects: [percentOff('100.01')] }) }],
  [['definition.effects'], { definition: aDefinition({ effects: [] }) }],
  [['definition.schedule.weekdays'], { definition: aDefinition({ schedule: { weekdays: [8] } }) }],
  [['definition.condition'], { definition: aDefinition({ condition: { kind: 'AGE', from: 40, to: 20 } }) }],
  [['definition.holdout.share'], { definition: aDefinition({ holdout: { share: '100' } }) }],
  [['limits.usesBudget'], { limits: { usesBudget: 0 } }],
  [['limits.pointsBudget'], { limits: { pointsBudget: 1n } }],
  [['limits.moneyBudget'], { limits: { moneyBudget: 1n }, definition: aDefinition({ effects: [pointsTimes('2')] }) }],
  [['name', 'definition.effects'], { name: '', definition: aDefinition({ effects: [] }) }],
])('names the fields %p', (fields, changes) => expect(problems(changes)).toEqual(fields));

it('asks why nobody is held out', () => {
  expect(checkControl(read())).toMatchObject({ problems: [{ field: 'noControlReason' }] });
  expect(checkControl(read({ noControlReason: ' ' }))).toMatchObject({ problems: [{ field: 'noControlReason' }] });
  expect(checkControl(read({ noControlReason: 'Clearance' }))).toBeNull();
  expect(checkControl(read({ definition: { effects: [percentOff('5')] } }))).toBeNull();
});

it('knows content that is there already, whatever the order of its JSON', () => {
  const content = read();
  const stored = JSON.parse(JSON.stringify(printDefinition(content.definition))) as object;
  const definition = Object.fromEntries(Object.entries(stored).reverse());
  const saved = { ...content, definition, version: 3 } as unknown as Promotion;
  expect(isSameContent(saved, read())).toBe(true);
  expect(isSameContent(saved, read({ definition: aDefinition({ effects: [percentOff('10.00')] }) }))).toBe(true);
  expect(isSameContent(saved, read({ definition: aDefinition({ effects: [percentOff('10.01')] }) }))).toBe(false);
  expect(isSameContent(saved, read({ limits: { usesBudget: 1 } }))).toBe(false);
  expect(isSameContent(saved, read({ noControlReason: 'Clearance' }))).toBe(false);
});

it('says what a definition does, and of one that cannot run what is wrong', () => {
  const json = aDefinition({ effects: [percentOff('12.5', { kind: 'CATEGORY', in: ['Shoes'] })] });
  expect(sentencesOf(json, 'en')).toEqual([expect.stringContaining('12.5% off')]);
  expect(sentencesOf(json, 'ru')).toEqual([expect.stringMatching(/[а-я]/)]);
  expect(sentencesOf(json, 'kk')).not.toEqual(sentencesOf(json, 'ru'));
  expect(sentencesOf(aDefinition({ effects: [] }), 'en')).toEqual(['A promotion must give something.']);
});
