import { say, sayChannels, sayWeekdays, type Language } from './language';
import type { Reason } from './reason';
import { REASONS } from './reason-texts';
import { sayCondition } from './say-condition';
import { sayGoods } from './say-goods';

/** Discounts have the same reason in every basket. */
const said: Record<Language, WeakMap<Reason, string>> = { en: new WeakMap(), ru: new WeakMap(), kk: new WeakMap() };

/** Says a reason in one sentence. */
export function sentenceOf(reason: Reason, language: Language): string {
  const known = said[language].get(reason);
  if (known !== undefined) return known;
  const sentence = makeSentence(reason, language);
  said[language].set(reason, sentence);
  return sentence;
}

function makeSentence({ key, args, goods, condition }: Reason, language: Language): string {
  const figures: Record<string, string> = { ...args };
  if (args.weekdays !== undefined) figures.weekdays = sayWeekdays(args.weekdays.split(',').map(Number), language);
  if (args.channels !== undefined) figures.channels = sayChannels(args.channels.split(','), language);
  if (goods !== undefined) figures.goods = sayGoods(goods, language);
  if (condition !== undefined) figures.condition = sayCondition(condition, language);
  return say(REASONS[key], language, figures);
}
