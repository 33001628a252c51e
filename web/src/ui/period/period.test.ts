import { grainOf, instantsOf, periodOf, previousPeriod } from './period';

const today = '2026-11-22';

describe('period of an address', () => {
  it('is the last thirty days, today included, when the address says nothing', () => {
    expect(periodOf(new URLSearchParams(), today)).toEqual({ from: '2026-10-24', to: today, preset: '30' });
  });

  it('is what the address says, when it can be read', () => {
    const params = new URLSearchParams({ from: '2026-01-01', to: '2026-01-31', days: '7' });
    expect(periodOf(params, today)).toEqual({ from: '2026-01-01', to: '2026-01-31', preset: undefined });
    expect(periodOf(new URLSearchParams({ days: '7' }), today).from).toBe('2026-11-16');
  });

  it.each([
    ['backwards', { from: '2026-02-01', to: '2026-01-01' }],
    ['no dates', { from: 'yesterday', to: '2026-13-45' }],
    ['centuries', { from: '1026-01-01', to: '2026-01-01' }],
    ['an unknown preset', { days: '1000000' }],
  ])('falls back to the usual one when the address is nonsense: %s', (_, params) => {
    expect(periodOf(new URLSearchParams(params), today).preset).toBe('30');
  });
});

describe('around a period', () => {
  it('the previous one has as many days and ends the day before', () => {
    expect(previousPeriod({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  });

  it("lies between local midnights of the chain's zone", () => {
    expect(instantsOf({ from: today, to: today }, 'Asia/Almaty')).toEqual({
      from: '2026-11-21T19:00:00.000Z',
      to: '2026-11-22T19:00:00.000Z',
    });
  });

  it('takes coarser buckets the longer it is', () => {
    expect(grainOf({ from: '2026-10-24', to: today })).toBe('DAY');
    expect(grainOf({ from: '2025-11-23', to: today })).toBe('WEEK');
    expect(grainOf({ from: '2024-01-01', to: today })).toBe('MONTH');
  });
});
