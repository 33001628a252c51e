import { blankAdjustment, problemsOf, reasonsFor, toAdjustInput } from './adjust-form';

const form = { ...blankAdjustment, amount: '1 250,5', reason: 'GOODWILL_SERVICE' as const };

describe('the form of an adjustment', () => {
  it('sends what is given with its dates, and what is taken with a minus and none', () => {
    expect(toAdjustInput({ ...form, note: ' late delivery ' }, 'a1', 'm1')).toEqual({
      adjustmentId: 'a1',
      member: { id: 'm1' },
      amount: '1250.5',
      reason: 'GOODWILL_SERVICE',
      note: 'late delivery',
      activationDays: 0,
      lifetimeDays: 365,
    });
    expect(toAdjustInput({ ...form, direction: 'take', reason: 'CORRECTION_DOUBLE' }, 'a1', 'm1')).toEqual({
      adjustmentId: 'a1',
      member: { id: 'm1' },
      amount: '-1250.5',
      reason: 'CORRECTION_DOUBLE',
      note: undefined,
    });
  });

  it('lets points live for ever when the days are left blank', () => {
    expect(toAdjustInput({ ...form, lifetimeDays: ' ' }, 'a1', 'm1')).not.toHaveProperty('lifetimeDays');
  });

  it.each(['', '0', '-5', '1.234', 'ten'])('does not take %j for an amount', (amount) => {
    expect(problemsOf({ ...form, amount })).toEqual({ amount: 'amountNeeded' });
  });

  it('wants a reason, words for “other”, and whole days', () => {
    expect(problemsOf(form)).toEqual({});
    expect(problemsOf({ ...form, reason: null })).toEqual({ reason: 'reasonNeeded' });
    expect(problemsOf({ ...form, reason: 'OTHER' })).toEqual({ note: 'noteNeeded' });
    expect(problemsOf({ ...form, activationDays: '-1', lifetimeDays: '0' })).toEqual({
      activationDays: 'daysNeeded',
      lifetimeDays: 'daysNeeded',
    });
  });

  it('offers goodwill to give and never to take', () => {
    expect(reasonsFor('give')).toContain('GOODWILL_COMPLAINT');
    expect(reasonsFor('take')).not.toContain('GOODWILL_COMPLAINT');
  });
});
