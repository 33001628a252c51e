import en from '../../../messages/en.json';
import kk from '../../../messages/kk.json';
import ru from '../../../messages/ru.json';
import type { Json } from '@/features/draft';
import { conditionKinds, faultsOf, inUnits, isUnfinished, shown, toDefinition } from '.';

describe('a new condition', () => {
  const kinds = Object.entries(conditionKinds);

  it.each(kinds)('%s lacks at most what only a person can say', (kind, { blank }) => {
    const faults = faultsOf({ kind: 'ALL', of: [{ kind, ...blank }] }, 'definition');
    expect(faults.filter((fault) => !isUnfinished(fault))).toEqual([]);
  });

  it.each(kinds)('%s has a gap for everything it holds, in a sentence of every language', (kind, { slots }) => {
    for (const { segmentRows } of [en, kk, ru]) {
      const sentences: Record<string, string> = segmentRows.conditions;
      const gaps = [...(sentences[kind] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(gaps.sort()).toEqual(Object.keys(slots).sort());
    }
  });
});

describe('a draft', () => {
  it('leaves out what was left blank, but keeps an empty group', () => {
    const goods = { categories: [], brands: ['Nordstep'], promoted: null };
    const bought = { kind: 'PURCHASES', of: goods, when: { kind: 'EVER' }, measure: 'RECEIPTS', from: 1, to: null };
    expect(toDefinition({ kind: 'ALL', of: [bought, { kind: 'ANY', of: [] }] })).toEqual({
      kind: 'ALL',
      of: [
        { kind: 'PURCHASES', of: { brands: ['Nordstep'] }, when: { kind: 'EVER' }, measure: 'RECEIPTS', from: 1 },
        { kind: 'ANY', of: [] },
      ],
    });
  });

  it('says what is wrong where it is', () => {
    const draft: Json = {
      kind: 'ALL',
      of: [
        { kind: 'AGE', from: 40, to: 30 },
        { kind: 'NOT', of: { kind: 'CITY', in: [] } },
        { kind: 'REGISTERED', when: { kind: 'BETWEEN', from: '2026-02-01', to: '2026-01-01' } },
        { kind: 'REGISTERED', when: { kind: 'LAST_DAYS', days: null } },
      ],
    };
    expect(faultsOf(draft, 'definition').map(({ path, code }) => `${path} ${code}`)).toEqual([
      'definition.of.0.to REVERSED',
      'definition.of.1.of.in BLANK',
      'definition.of.2.when.to REVERSED',
      'definition.of.3.when.days BLANK',
    ]);
  });
});

it.each([
  [12345, 2, '123.45'],
  [5, 2, '0.05'],
  [1500, 3, '1.5'],
  [1000000, 2, '10000'],
  [7, 0, '7'],
])('a number that travels as %s is shown with %s decimals as %s, and back', (units, decimals, text) => {
  expect(shown(units, decimals)).toBe(text);
  expect(inUnits(text, decimals)).toBe(units);
});
