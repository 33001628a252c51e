import { formatMinor } from '@adal/money';
import { compile, parseDefinition, quote, type Definition } from '..';
import { gallery, goldenProgramme, type GoldenReceipt, type Template } from '.';

function definitionOf(template: Template): Definition {
  const parsed = parseDefinition(template.build());
  if (parsed.__typename !== 'Definition') throw new Error(JSON.stringify(parsed.faults));
  return parsed.definition;
}

/** Without a control group, in which the golden member might happen to be. */
function receiptOf(template: Template): GoldenReceipt {
  const promotion = { ...definitionOf(template), holdout: null, id: template.key, version: 1, name: template.name.en };
  const priced = quote(compile([promotion], goldenProgramme), template.golden.basket);
  if (priced.__typename !== 'PricedBasket') throw new Error('Golden baskets spend no points');
  return {
    payable: formatMinor(priced.payableMinor),
    lines: priced.lines.map(({ sku, totalMinor, discountMinor, pointsEarnedMinor }) => ({
      sku,
      total: formatMinor(totalMinor),
      discount: formatMinor(discountMinor),
      points: formatMinor(pointsEarnedMinor),
    })),
    notices: priced.notices.map(({ notice }) => notice.kind),
  };
}

it.each(gallery.map((template) => [template.key, template] as const))('%s prices its golden receipt', (_, template) => {
  expect(receiptOf(template)).toEqual(template.golden.expected);
});

it('has at least thirty mechanics in four families, each with a key of its own', () => {
  expect(gallery.length).toBeGreaterThanOrEqual(30);
  expect(new Set(gallery.map(({ key }) => key)).size).toBe(gallery.length);
  expect(new Set(gallery.map(({ family }) => family)).size).toBe(4);
});

it.each(gallery.map((template) => [template.key, template] as const))('%s speaks every language', (_, template) => {
  const { name, description, parameters } = template;
  for (const text of [name, description, ...Object.values(parameters).map((parameter) => parameter.name)]) {
    expect(Object.values(text).every((one) => one.trim() !== '')).toBe(true);
  }
});

it('keeps a control group by default', () => {
  for (const template of gallery) expect(definitionOf(template).holdout?.share).toBe(1_000n);
});
