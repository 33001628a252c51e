import { monthOf, placeIn } from './month';

const month = (text: string) => monthOf(new URLSearchParams({ month: text }), '2026-11-22', 'Asia/Almaty');

describe('a month of the calendar', () => {
  it('is the one of the address, with its neighbours, in the days of the chain', () => {
    expect(month('2026-12')).toMatchObject({ first: '2026-12-01', before: '2026-11-01', next: '2027-01-01', days: 31 });
    expect(Date.parse(month('2026-12').from)).toBe(Date.parse('2026-11-30T19:00:00Z'));
  });

  it('is the present one when the address says nothing that can be read', () => {
    for (const text of ['', '2026-13', 'soon']) expect(month(text).first).toBe('2026-11-01');
  });

  it('shows what runs in it where it runs, and what has no bounds from edge to edge', () => {
    const november = month('2026-11');
    expect(placeIn(november, null, null)).toEqual({ left: 0, width: 1 });
    const half = placeIn(november, '2026-11-15T19:00:00Z', '2027-02-01T00:00:00Z');
    expect([half.left, half.width]).toEqual([0.5, 0.5]);
  });
});
