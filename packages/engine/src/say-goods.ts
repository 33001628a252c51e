import { formatMinor } from '@adal/money';
import type { AttributeTest, Goods } from './goods';
import { say, type Language, type Texts3 } from './language';

const TEXTS = {
  EVERYTHING: ['all goods', 'все товары', 'барлық тауарлар'],
  SKU: ['SKU {names}', 'артикул {names}', 'артикул {names}'],
  SET: ['product set {names}', 'подборка {names}', '{names} жинағы'],
  CATEGORY: ['category {names}', 'категория {names}', '{names} санаты'],
  BRAND: ['brand {names}', 'бренд {names}', '{names} бренді'],
  PRICE_FROM: ['from {from} each', 'ценой от {from}', 'бағасы {from} бастап'],
  PRICE_TO: ['up to {to} each', 'ценой до {to}', 'бағасы {to} дейін'],
  PRICE: ['from {from} to {to} each', 'ценой от {from} до {to}', 'бағасы {from}–{to}'],
  AND: [' and ', ' и ', ' және '],
  OR: [' or ', ' или ', ' немесе '],
  NOT: ['not {what}', 'кроме: {what}', 'мыналардан басқа: {what}'],
  MORE: ['{names} and {more} more', '{names} и ещё {more}', '{names} және тағы {more}'],
} satisfies Record<string, Texts3>;

/** Goods as people name them. */
export function sayGoods(goods: Goods, language: Language): string {
  switch (goods.kind) {
    case 'EVERYTHING':
      return say(TEXTS.EVERYTHING, language);
    case 'SKU':
    case 'SET':
    case 'CATEGORY':
    case 'BRAND':
      return say(TEXTS[goods.kind], language, { names: sayNames(goods.in, language) });
    case 'ATTRIBUTE':
      return sayAttribute(goods, language);
    case 'PRICE': {
      const { from, to } = goods;
      const text = from === null ? TEXTS.PRICE_TO : to === null ? TEXTS.PRICE_FROM : TEXTS.PRICE;
      return say(text, language, { from: formatMinor(from ?? 0n), to: formatMinor(to ?? 0n) });
    }
    case 'ALL':
    case 'ANY':
      return goods.of
        .map((part) => bracketed(part, goods.kind, language))
        .join(say(goods.kind === 'ALL' ? TEXTS.AND : TEXTS.OR, language));
    case 'NOT':
      return say(TEXTS.NOT, language, { what: sayGoods(goods.of, language) });
  }
}

function bracketed(part: Goods, outer: 'ALL' | 'ANY', language: Language): string {
  const text = sayGoods(part, language);
  return (part.kind === 'ALL' || part.kind === 'ANY') && part.kind !== outer ? `(${text})` : text;
}

const OPERATORS: Record<AttributeTest['op'], string> = { EQ: '=', IN: '=', GTE: '≥', LTE: '≤', BETWEEN: '=' };

export function sayAttribute({ key, op, values }: AttributeTest, language: Language): string {
  const joint = op === 'BETWEEN' ? '–' : say(TEXTS.OR, language);
  return `${key} ${OPERATORS[op]} ${values.map(String).join(joint)}`;
}

const NAMES_MAX = 3;

/** The first few names, and how many more there are. */
export function sayNames(names: readonly string[], language: Language): string {
  const shown = names.slice(0, NAMES_MAX).join(', ');
  return names.length <= NAMES_MAX
    ? shown
    : say(TEXTS.MORE, language, { names: shown, more: String(names.length - NAMES_MAX) });
}
