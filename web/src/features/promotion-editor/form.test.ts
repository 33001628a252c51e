import { gallery } from '@adal/engine';
import { read, toDraft } from '@/features/promotion-definition';
import { blankStart, pasted, toInput, toJson } from './form';
import { at, put } from '@/features/draft';

const draft = toDraft(gallery[0]?.build());
const form = toJson({ ...blankStart, name: ' First ', definition: draft });

describe('the form of a promotion', () => {
  it('sends the definition as it stands, trimmed words, and where it comes from only the first time', () => {
    const origin = { templateKey: 'first-purchase' };
    expect(toInput(form, 'id', undefined, origin)).toMatchObject({
      name: 'First',
      definition: draft,
      templateKey: 'first-purchase',
    });
    expect(toInput(form, 'id', 3, origin)).not.toHaveProperty('templateKey');
    expect(toInput(put(form, 'noControlReason', ' '), 'id', 3, origin).noControlReason).toBeUndefined();
  });

  it('reads back what it copied, and a definition that comes alone', () => {
    expect(pasted(JSON.stringify(form))?.definition).toEqual(draft);
    expect(pasted(JSON.stringify(put(form, 'limits.usesBudget', 5)))?.limits).toMatchObject({ usesBudget: 5 });
    expect(pasted(JSON.stringify({ effects: [{ kind: 'PERCENT', percent: '5' }] }))).toBeDefined();
  });

  it('takes a definition with mistakes, to be mended, and nothing that is none', () => {
    const bad = pasted('{"effects":[{"kind":"PERCENT","percent":"500"}]}');
    expect(read(bad?.definition ?? null).faults).toMatchObject([{ path: 'effects.0.percent' }]);
    expect(at(bad?.definition ?? null, 'holdout.share')).toBe('10');
    expect(['', 'no', '[]', '{"percent":1}'].map(pasted)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
