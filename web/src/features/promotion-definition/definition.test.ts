import { gallery } from '@adal/engine';
import { blankDefinition, read, toDraft } from '.';
import {
  at,
  changed,
  depthOf,
  historyOf,
  type Json,
  negated,
  put,
  redone,
  undone,
  withCopy,
  withMoved,
  withoutPart,
  withPart,
} from '@/features/draft';

const birthday = { kind: 'BIRTHDAY', daysBefore: 3, daysAfter: 3 };
const women = { kind: 'GENDER', gender: 'FEMALE' };
const both: Json = { condition: { kind: 'ALL', of: [birthday, women] } };

describe('a place in a definition', () => {
  it('is read and changed without touching what lies around', () => {
    const next = put(both, 'condition.of.0.daysBefore', 7);
    expect(at(next, 'condition.of.0.daysBefore')).toBe(7);
    expect(at(next, 'condition.of.1')).toBe(women);
    expect(at(both, 'condition.of.7.daysBefore')).toBeUndefined();
  });
});

describe('a tree of conditions', () => {
  it('grows from nothing to a condition to a group', () => {
    const one = withPart(null, birthday);
    expect(one).toEqual(birthday);
    expect(withPart(one, women)).toEqual(at(both, 'condition'));
    expect(withPart(withPart(one, women), women).of).toHaveLength(3);
  });

  it('loses a group with its last part, and a NOT with what it was of', () => {
    const nested = put(both, 'condition.of.0', { kind: 'NOT', of: { kind: 'ANY', of: [birthday] } });
    expect(withoutPart(nested, 'condition.of.0.of.of.0', 'condition', null)).toEqual({
      condition: { kind: 'ALL', of: [women] },
    });
    expect(withoutPart({ condition: birthday }, 'condition', 'condition', null)).toEqual({ condition: null });
  });

  it('moves and copies parts among their neighbours, and stays whole at the ends', () => {
    expect(at(withMoved(both, 'condition.of.1', -1), 'condition.of.0')).toEqual(women);
    expect(withMoved(both, 'condition.of.1', 1)).toEqual(both);
    expect(at(withCopy(both, 'condition.of.0'), 'condition.of.1')).toEqual(birthday);
    expect(withCopy({ condition: women }, 'condition')).toEqual({ condition: { kind: 'ALL', of: [women, women] } });
  });

  it('turns into its opposite and back, and knows how deep a part lies', () => {
    expect(negated(negated(women))).toEqual(women);
    expect(depthOf('condition', 'condition')).toBe(0);
    expect(depthOf('condition.of.1.of.of.0', 'condition')).toBe(2);
  });
});

describe('what was written', () => {
  it('is undone and done again step by step, typing in one field being one step', () => {
    const typed = changed(changed(changed(historyOf('a'), 'b', 'x'), 'c', 'x'), 'd', 'y');
    expect(undone(typed).present).toBe('c');
    expect(undone(undone(typed)).present).toBe('a');
    expect(undone(undone(undone(typed))).present).toBe('a');
    expect(redone(undone(typed)).present).toBe('d');
    expect(changed(undone(typed), 'e').future).toEqual([]);
  });
});

describe('a draft', () => {
  it.each(gallery.map((template) => [template.key, template] as const))('of %s is a definition', (_, template) => {
    const draft = toDraft(template.build());
    expect(read(draft).faults).toEqual([]);
    expect(toDraft(draft)).toEqual(draft);
  });

  it('has every part that a definition may leave out, also when it is not complete', () => {
    const draft = toDraft({ effects: [], schedule: { weekdays: [6] } });
    expect(Object.keys(draft).sort()).toEqual(Object.keys(blankDefinition).sort());
    expect(draft.schedule).toEqual({ from: null, until: null, weekdays: [6], hours: [] });
    expect(draft.holdout).toMatchObject({ share: '10' });
  });
});
