import { blank, dateParam, patched, toParams } from './params';

describe('screen state in the address', () => {
  it('drops what is blank and keeps the rest', () => {
    const params = new URLSearchParams('q=ivan&city=Almaty&after=x');
    expect(patched(params, { ...blank(['after']), q: '', status: 'ACTIVE' }).toString()).toBe(
      'city=Almaty&status=ACTIVE',
    );
  });

  it('reads a repeated key once', () => {
    expect(toParams({ q: ['a', 'b'], none: undefined }).toString()).toBe('q=a');
  });

  it('takes no day that is not in the calendar', () => {
    const params = new URLSearchParams({ good: '2026-02-28', bad: '2026-02-31T00', month: '2026-13-01' });
    expect(dateParam(params, 'good')).toBe('2026-02-28');
    expect(dateParam(params, 'bad')).toBeUndefined();
    expect(dateParam(params, 'month')).toBeUndefined();
    expect(dateParam(params, 'absent')).toBeUndefined();
  });
});
