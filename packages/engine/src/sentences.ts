import { say, sayChannels, sayWeekdays, type Language } from './language';
import type { Reason } from './reason';
import { REASONS } from './reason-texts';
import { sayCondition } from './say-condition';
import { sayGoods } from './say-goods';

/** Says a reason in one sentence. */
export function sentenceOf({ key, args, goods, condition }: Reason, language: Language): string {
  const said: Record<string, string> = { ...args };
  if (args.weekdays !== undefined) said.weekdays = sayWeekdays(args.weekdays.split(',').map(Number), language);
  if (args.channels !== undefined) said.channels = sayChannels(args.channels.split(','), language);
  if (goods !== undefined) said.goods = sayGoods(goods, language);
  if (condition !== undefined) said.condition = sayCondition(condition, language);
  return say(REASONS[key], language, said);
}
