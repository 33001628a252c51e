import { memberFilterNotes, membersWithin } from './member-filters';
import type { ReportAsk } from './report';

const preset = { memberFilters: ['store', 'brand', 'category'] as const };
const days = { from: '2026-03-01', to: '2026-03-31' };
const bought = (of: object) => ({
  ...{ kind: 'PURCHASES', of, measure: 'RECEIPTS', from: 1 },
  when: { kind: 'BETWEEN', ...days },
});

describe('filters that choose members', () => {
  it('ask for a brand of a category at once, and forget none of two of a kind', () => {
    const brand = (...values: string[]) => ({ dimension: 'brand' as const, values });
    const shoes = { dimension: 'category' as const, values: ['Shoes'] };
    expect(membersWithin(preset, [brand('A', 'B'), shoes], days)).toEqual([
      bought({ brands: ['A', 'B'], categories: ['Shoes'] }),
    ]);
    expect(membersWithin(preset, [brand('A'), brand('B')], days)).toEqual([
      bought({ brands: ['A'] }),
      bought({ brands: ['B'] }),
    ]);
    expect(membersWithin({}, [brand('A')], days)).toEqual([]);
  });

  it('are told to who asked for them, and to staff who see the members of their stores alone', () => {
    const notes = (told: object, storeIds: readonly string[] | null, askedFilters: object[] = []): string[] =>
      memberFilterNotes(told, { locale: 'en', askedFilters, ctx: { actor: { storeIds } } } as unknown as ReportAsk);
    const byHome = [expect.stringContaining('home store')];
    expect(notes(preset, null)).toEqual([]);
    expect(notes(preset, null, [{ dimension: 'store' }])).toEqual(byHome);
    expect(notes(preset, ['S1'])).toEqual(byHome);
    expect(notes({ memberFilters: ['brand'] }, ['S1'])).toEqual([]);
  });
});
