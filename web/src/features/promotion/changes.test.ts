import { changesOf } from './changes';

const said = (percent: string, name = 'Ten') => ({
  definition: { effects: [{ kind: 'PERCENT', percent }] },
  besides: [name],
});

describe('what changed between two versions', () => {
  it('is told in the sentences that came and those that went', () => {
    expect(changesOf(said('10'), said('15'), 'en')).toEqual({
      added: ['15% off on all goods.'],
      removed: ['10% off on all goods.'],
    });
    expect(changesOf(said('10'), said('10', 'Other'), 'en')).toEqual({
      added: ['Other'],
      removed: ['Ten'],
    });
  });

  it('is everything in the first version, and nothing in the same', () => {
    expect(changesOf(undefined, said('10'), 'en').added).toContain('10% off on all goods.');
    expect(changesOf(said('10'), said('10'), 'en')).toEqual({ added: [], removed: [] });
  });
});
