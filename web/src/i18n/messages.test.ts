import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import en from '../../messages/en.json';
import kk from '../../messages/kk.json';
import ru from '../../messages/ru.json';

type Tree = { [key: string]: string | Tree };

const catalogues = { en: flat(en), kk: flat(kk), ru: flat(ru) };
const pluralForms = { en: ['one', 'other'], kk: ['other'], ru: ['few', 'many', 'one', 'other'] };

describe.each(['kk', 'ru'] as const)('the catalogue %s', (locale) => {
  it('has the keys of the English one, no more and no fewer', () => {
    expect([...catalogues[locale].keys()].sort()).toEqual([...catalogues.en.keys()].sort());
  });

  it('takes the same arguments in every message', () => {
    const of = (name: keyof typeof catalogues) =>
      [...catalogues[name]].map(([key, text]) => [key, [...argumentsOf(parse(text))].sort()]);
    expect(Object.fromEntries(of(locale))).toEqual(Object.fromEntries(of('en')));
  });
});

describe.each(['en', 'kk', 'ru'] as const)('the catalogue %s', (locale) => {
  it('has every plural form of its language, with the number as an argument and never as #', () => {
    for (const [key, text] of catalogues[locale]) {
      for (const { options } of pluralsOf(parse(text))) {
        expect([key, Object.keys(options).sort()]).toEqual([key, pluralForms[locale]]);
        expect([key, JSON.stringify(options).includes(`"type":${TYPE.pound}`)]).toEqual([key, false]);
      }
    }
  });

  it('leaves nothing blank and formats nothing by itself', () => {
    for (const [key, text] of catalogues[locale]) {
      expect([key, text.trim() === '']).toEqual([key, false]);
      const types = parse(text).map(({ type }) => type);
      const byIntl = [TYPE.number, TYPE.date, TYPE.time].filter((type) => types.includes(type));
      expect([key, byIntl]).toEqual([key, []]);
    }
  });
});

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

function argumentsOf(elements: MessageFormatElement[]): Set<string> {
  const names = elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => [...argumentsOf(value)]) : [];
    return [element.value, ...inner];
  });
  return new Set(names);
}

function pluralsOf(elements: MessageFormatElement[]) {
  return elements.filter((element) => element.type === TYPE.plural);
}
