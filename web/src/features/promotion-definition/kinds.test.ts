import en from '../../../messages/en.json';
import kk from '../../../messages/kk.json';
import ru from '../../../messages/ru.json';
import { blankDefinition, conditionKinds, effectKinds, goodsKinds, isUnfinished, read } from '.';
import type { RowKind } from '@/features/draft';
import type { Json } from '@/features/draft';

const tables = { conditions: conditionKinds, effects: effectKinds, goods: goodsKinds };
const drafts: Record<keyof typeof tables, (row: Json) => Json> = {
  conditions: (condition) => ({ ...blankDefinition, condition, effects: [{ kind: 'PERCENT', percent: '10' }] }),
  effects: (effect) => ({ ...blankDefinition, effects: [effect] }),
  goods: (goods) => ({ ...blankDefinition, effects: [{ kind: 'PERCENT', percent: '10', goods }] }),
};

describe.each(['conditions', 'effects', 'goods'] as const)('a new row of %s', (table) => {
  const kinds = Object.entries<RowKind>(tables[table]);

  it.each(kinds)('%s is of the language, and lacks at most what only a person can say', (kind, { blank }) => {
    const { faults } = read(drafts[table]({ kind, ...blank }));
    expect(faults.filter((fault) => !isUnfinished(fault))).toEqual([]);
  });

  it.each(kinds)('%s has a gap for everything it holds, in a sentence of every language', (kind, { slots }) => {
    for (const catalogue of [en, kk, ru]) {
      const sentences: Record<string, string> = catalogue.definition[table];
      const gaps = [...(sentences[kind] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(gaps.sort()).toEqual(Object.keys(slots).sort());
    }
  });
});
