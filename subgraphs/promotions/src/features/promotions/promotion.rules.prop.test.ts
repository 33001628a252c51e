import { compile, gallery, goldenProgramme, printDefinition, type Template } from '@adal/engine';
import { newId } from '@adal/service';
import fc from 'fast-check';
import { toEnginePromotion } from '../definitions';
import type { Promotion } from './promotion.entity';
import { isSameContent, readPromotion } from './promotion.rules';

/** A template's definition with one value somewhere replaced by anything JSON can say. */
const definitionArb = fc
  .tuple(
    fc.constantFrom(...gallery),
    fc.nat(),
    fc.oneof(fc.jsonValue(), fc.constant('0'), fc.constant(-1)),
    fc.boolean(),
  )
  .map(([template, place, value, isBroken]) => (isBroken ? replaceAt(template, place, value) : template.build()));

function replaceAt(template: Template, place: number, value: unknown): unknown {
  const definition = JSON.parse(JSON.stringify(template.build())) as object;
  const places: [object, string][] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, inner] of Object.entries(part)) {
      places.push([part, name]);
      walk(inner);
    }
  };
  walk(definition);
  const [owner, name] = places[place % places.length] ?? [definition, 'priority'];
  Object.assign(owner, { [name]: value });
  return definition;
}

it('accepts only what the engine compiles, keeps it as JSON, and recognises it when it comes again', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(definitionArb, (definition) => {
      const id = newId();
      const content = readPromotion({ id, name: 'Any', definition });
      if ('__typename' in content) return void (seen.refused += 1);
      seen.accepted += 1;
      const stored = JSON.parse(JSON.stringify(printDefinition(content.definition))) as unknown;
      const row = { ...content, definition: stored, id, version: 1 } as Promotion;
      const promotion = toEnginePromotion(row);
      expect(promotion).toEqual({ ...content.definition, id, version: 1, name: 'Any' });
      if (promotion !== null) compile([promotion], goldenProgramme);
      expect(isSameContent(row, content)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(50);
});
