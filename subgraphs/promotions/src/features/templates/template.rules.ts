import {
  compile,
  gallery,
  goldenProgramme,
  parseDefinition,
  quote,
  type ParameterValue,
  type Promotion,
  type Template,
} from '@adal/engine';
import { badInput, invariant } from '@adal/service';

/** A template's definition with the values given, as JSON. Throws BAD_USER_INPUT on a value of another shape than asked for. */
export function buildTemplate(template: Template, given: unknown): unknown {
  if (given == null) return template.build();
  if (typeof given !== 'object') throw badInput('parameters must be an object of values by name.');
  const values: Record<string, ParameterValue> = {};
  for (const [key, parameter] of Object.entries(template.parameters)) {
    const value: unknown = Object.hasOwn(given, key) ? (given as Record<string, unknown>)[key] : undefined;
    if (value == null) continue;
    if (!isLike(value, parameter.default)) throw badInput(`parameters.${key} must be ${shapeOf(parameter.default)}.`);
    values[key] = value;
  }
  return template.build(values);
}

const isLike = (value: unknown, model: ParameterValue): value is ParameterValue =>
  typeof model === 'object'
    ? Array.isArray(value) && value.every((item) => typeof item === 'string')
    : typeof value === typeof model;

function shapeOf(model: ParameterValue): string {
  if (typeof model === 'object') return 'a list of strings';
  return typeof model === 'number' ? 'a number' : 'a string';
}

/** Keys of the templates of a family; none when there is no such family. */
export const templateKeysOf = (family: string): string[] =>
  gallery.filter((template) => template.family === family).map(({ key }) => key);

/** What becomes of the template's own basket, without the promotion or with it. Nobody is held out. */
export function goldenReceipt(template: Template, isAfter: boolean) {
  const parsed = parseDefinition(template.build());
  invariant(parsed.__typename === 'Definition', 'A template can run');
  const promotion: Promotion = {
    ...parsed.definition,
    holdout: null,
    id: template.key,
    version: 1,
    name: template.name.en,
  };
  const priced = quote(compile(isAfter ? [promotion] : [], goldenProgramme), template.golden.basket);
  invariant(priced.__typename === 'PricedBasket', 'A golden basket spends no points');
  return {
    lines: priced.lines.map(({ sku, quantityMilli, totalMinor, discountMinor, pointsEarnedMinor }) => ({
      sku,
      quantity: quantityMilli,
      total: totalMinor,
      discount: discountMinor,
      pointsEarned: pointsEarnedMinor,
    })),
    payable: priced.payableMinor,
    pointsEarned: priced.pointsEarnedMinor,
    notices: priced.notices.map(({ notice }) => notice.kind),
  };
}
