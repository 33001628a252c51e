import { formatMilli, formatMinor } from '@adal/money';
import type { Effect, Texts } from './effect';
import { effectReason } from './effect-reason';
import type { Goods } from './goods';
import { say, type Language, type Texts3 } from './language';
import { hundredthsText } from './reason';
import { sayGoods } from './say-goods';
import { sentenceOf } from './sentences';

const T = {
  ON: ['{what} on {goods}', '{what}: {goods}', '{what}: {goods}'],
  PART: ['{quantity} × {goods}', '{quantity} × {goods}', '{quantity} × {goods}'],
  STEP: ['from {from} {gives} off', 'от {from} скидка {gives}', '{from} бастап {gives} жеңілдік'],
  RATE: ['{percent}% by {tender}', '{percent}% за {tender}', '{tender} үшін {percent}%'],
  COUPON_NOW: ['a coupon of {pool}, good at once', 'купон {pool}, действует сразу', '{pool} купоны, бірден жарамды'],
  COUPON_NEXT: [
    'a coupon of {pool} for the next visit',
    'купон {pool} на следующий визит',
    'келесі келуге {pool} купоны',
  ],
  MESSAGE: ['to the cashier: “{text}”', 'кассиру: «{text}»', 'кассирге: «{text}»'],
  RECEIPT_TEXT: ['on the receipt: “{text}”', 'в чеке: «{text}»', 'чекте: «{text}»'],
} satisfies Record<string, Texts3>;

/** What an effect gives and on what, without a full stop. */
export function sayEffect(effect: Effect, language: Language): string {
  switch (effect.kind) {
    case 'COUPON_NOW':
    case 'COUPON_NEXT':
      return say(T[effect.kind], language, { pool: effect.poolId });
    case 'MESSAGE':
    case 'RECEIPT_TEXT':
      return say(T[effect.kind], language, { text: textIn(effect.text, language) });
    case 'GIFT':
      return sentenceOf(effectReason(effect), language);
    case 'BUNDLE_PRICE':
    case 'SET_PERCENT': {
      const parts = effect.parts.map(({ goods, quantity }) =>
        say(T.PART, language, { quantity: String(quantity), goods: sayGoods(goods, language) }),
      );
      return `${sentenceOf(effectReason(effect), language)}: ${parts.join(' + ')}`;
    }
    case 'TIERS':
      return onGoods(stepsText(effect, language), effect.goods, language);
    case 'POINTS_BY_TENDER': {
      const rates = effect.rates.map(({ tender, percent }) =>
        say(T.RATE, language, { tender, percent: hundredthsText(percent) }),
      );
      return onGoods(`${sentenceOf(effectReason(effect), language)} (${rates.join(', ')})`, effect.goods, language);
    }
    default:
      return onGoods(sentenceOf(effectReason(effect), language), effect.goods, language);
  }
}

/** The text in the language, or in the first one it was written in. */
export function textIn(text: Texts, language: Language): string {
  return text[language] || text.ru || text.kk || text.en;
}

const onGoods = (what: string, goods: Goods, language: Language): string =>
  say(T.ON, language, { what, goods: sayGoods(goods, language) });

function stepsText({ by, steps }: Extract<Effect, { kind: 'TIERS' }>, language: Language): string {
  const text = by === 'SUM' ? formatMinor : formatMilli;
  return steps
    .map(({ from, percent, amount }) =>
      say(T.STEP, language, {
        from: text(from),
        gives: percent === null ? formatMinor(amount ?? 0n) : `${hundredthsText(percent)}%`,
      }),
    )
    .join(', ');
}
