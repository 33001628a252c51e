import { paceOf } from './pace';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 1);

describe('the pace of a budget', () => {
  it('says how long what is left will last', () => {
    const pace = paceOf({ used: 400, left: 600 }, start, start + 30 * day, start + 4 * day);
    expect(pace).toEqual({ perDay: 100, lastsUntil: start + 10 * day, isShort: true });
  });

  it('is not short when it outlasts the promotion, or when the promotion has no end', () => {
    expect(paceOf({ used: 10, left: 990 }, start, start + 30 * day, start + day)?.isShort).toBe(false);
    expect(paceOf({ used: 900, left: 1 }, start, null, start + day)?.isShort).toBe(false);
  });

  it('says nothing in the first hours and without a start, and no date while nothing is used', () => {
    expect(paceOf({ used: 5, left: 5 }, start, null, start + day / 8)).toBeUndefined();
    expect(paceOf({ used: 5, left: 5 }, null, null, start)).toBeUndefined();
    expect(paceOf({ used: 0, left: 5 }, start, null, start + day)?.lastsUntil).toBeNull();
  });
});
