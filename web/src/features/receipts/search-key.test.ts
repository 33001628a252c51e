import { guessKind, kindOf } from './search-key';

describe('one field for receipts', () => {
  it.each([
    ['R0005786', 'number'],
    ['5786', 'number'],
    ['import:R0005786', 'number'],
    ['0192f7a0-6f2a-7c10-8a44-93b2a1c0d4e5', 'number'],
    ['2700000002001', 'card'],
    ['2700 0000 0200 1', 'card'],
    ['+7 701 100-14-00', 'phone'],
    ['8 (701) 100 14 00', 'phone'],
    ['77011001400', 'phone'],
  ])('takes %s for a %s', (text, kind) => {
    expect(guessKind(text)).toBe(kind);
  });

  it('follows what a person chose instead', () => {
    expect(kindOf('2700000002001', 'number')).toBe('number');
    expect(kindOf('2700000002001', 'nonsense')).toBe('card');
  });
});
