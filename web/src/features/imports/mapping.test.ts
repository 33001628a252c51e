import { compileMapping, isPlain, missingColumns, suggestMapping } from './mapping';

describe('mapping of columns', () => {
  it('pairs names in whatever spelling and keeps attributes', () => {
    expect(suggestMapping('members', ['Member ID', 'PHONE', 'attr:shoe_size', 'notes'])).toEqual({
      member_id: 'Member ID',
      phone: 'PHONE',
      'attr:shoe_size': 'attr:shoe_size',
    });
  });

  it('prefers the exact name', () => {
    expect(suggestMapping('cards', ['Card Number', 'card_number', 'member_id']).card_number).toBe('card_number');
  });

  it('names what is missing', () => {
    expect(missingColumns('balances', { member_id: 'id' })).toEqual(['points']);
  });

  it('sends the chosen columns in order, blanks where the file has none', () => {
    const { columns, valuesOf } = compileMapping({ member_id: 'id', points: 'bonus' }, ['bonus', 'x', 'id']);
    expect(columns).toEqual(['member_id', 'points']);
    expect(valuesOf(['10', 'y', 'M1'])).toEqual(['M1', '10']);
  });

  it('knows a file that needs no mapping', () => {
    expect(isPlain({ a: 'a', b: 'b' }, ['a', 'b'])).toBe(true);
    expect(isPlain({ a: 'a' }, ['a', 'b'])).toBe(false);
    expect(isPlain({ a: 'b', b: 'a' }, ['a', 'b'])).toBe(false);
  });
});
