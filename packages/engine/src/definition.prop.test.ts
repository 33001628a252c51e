import fc from 'fast-check';
import {
  checkDefinition,
  describe as describeDefinition,
  explain,
  compile,
  parseDefinition,
  printDefinition,
  sentenceOf,
} from '.';
import { promotionsArb } from './test/arbitraries';
import { basketArb, programmeArb } from './test/baskets';

const languages = ['en', 'ru', 'kk'] as const;

it('reads back every definition that it prints', () => {
  fc.assert(
    fc.property(promotionsArb, (promotions) => {
      for (const promotion of promotions) {
        if (checkDefinition(promotion).length > 0) continue;
        const { id: _, version: __, name: ___, ...definition } = promotion;
        const json: unknown = JSON.parse(JSON.stringify(printDefinition(promotion)));
        expect(parseDefinition(json)).toEqual({ __typename: 'Definition', definition });
      }
    }),
    { numRuns: 300 },
  );
});

it('says every definition and every reason in every language, with all of their figures', () => {
  fc.assert(
    fc.property(promotionsArb, programmeArb, basketArb, (all, programme, basket) => {
      const promotions = all.filter((promotion) => checkDefinition(promotion).length === 0);
      const explained = explain(compile(promotions, programme), basket);
      if (explained.__typename !== 'Explanation') throw new Error('Spends no points');
      const { priced, lines, untouched } = explained;
      const accounted = [...priced.applied, ...priced.notApplied, ...priced.heldOut, ...untouched];
      expect(accounted.map(({ promotionId }) => promotionId).sort()).toEqual(promotions.map(({ id }) => id).sort());
      const reasons = [...accounted, ...lines.flatMap(({ missed }) => missed)].map(({ because }) => because);
      for (const language of languages) {
        const texts = [
          ...reasons.map((because) => sentenceOf(because, language)),
          ...promotions.flatMap((promotion) => describeDefinition(promotion, language)),
        ];
        for (const text of texts) expect(text).not.toMatch(/^$|[{}]|undefined|\s{2}/);
      }
    }),
    { numRuns: 300 },
  );
});
