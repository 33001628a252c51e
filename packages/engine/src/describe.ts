import { formatMinor } from '@adal/money';
import type { Cap, Definition } from './promotion';
import { say, type Language, type Texts3 } from './language';
import { hundredthsText } from './reason';
import { sayCondition } from './say-condition';
import { sayEffect } from './say-effect';
import { scheduleConditions } from './time-checks';

/** A definition in sentences: what it gives, when, for whom, and within what bounds. */
export function describe(definition: Definition, language: Language): string[] {
  const { effects, schedule, condition, caps, stacking, holdout, variants } = definition;
  const sentences = effects.map((effect) => sayEffect(effect, language));
  for (const { key, share, effects: others } of variants) {
    const gives = others.map((effect) => sayEffect(effect, language)).join('; ');
    sentences.push(say(T.VARIANT, language, { key, share: hundredthsText(share), gives }));
  }
  const when = scheduleConditions(schedule).map((part) => sayCondition(part, language));
  if (condition !== null) when.push(sayCondition(condition, language));
  if (when.length > 0) sentences.push(say(T.WHEN, language, { when: when.join('; ') }));
  sentences.push(
    ...capSentences(T.LINE_CAP, caps.line, language),
    ...capSentences(T.BASKET_CAP, caps.basket, language),
  );
  if (caps.pointsPerBasket !== null) {
    sentences.push(say(T.POINTS_CAP, language, { most: formatMinor(caps.pointsPerBasket) }));
  }
  if (caps.usesPerBasket !== null) sentences.push(say(T.USES_CAP, language, { most: String(caps.usesPerBasket) }));
  if (stacking !== null) sentences.push(say(T[stacking.mode], language, { group: stacking.group }));
  if (holdout !== null && holdout.share > 0n) {
    sentences.push(say(T.HOLDOUT, language, { share: hundredthsText(holdout.share) }));
  }
  return sentences.map((sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
}

const T = {
  VARIANT: [
    'variant {key} for {share}%: {gives}',
    'вариант {key} для {share}%: {gives}',
    '{share}% үшін {key} нұсқасы: {gives}',
  ],
  WHEN: ['when: {when}', 'условия: {when}', 'шарттары: {when}'],
  LINE_CAP: ['at most {most} of a line', 'не более {most} на позицию', 'бір жолға ең көбі {most}'],
  BASKET_CAP: ['at most {most} of a receipt', 'не более {most} на чек', 'бір чекке ең көбі {most}'],
  POINTS_CAP: ['at most {most} points a receipt', 'не более {most} баллов за чек', 'бір чекке ең көбі {most} ұпай'],
  USES_CAP: ['at most {most} times a receipt', 'не более {most} раз за чек', 'бір чекте ең көбі {most} рет'],
  EXCLUSIVE: [
    'of group “{group}” only the first by priority applies',
    'из группы «{group}» действует только первая по приоритету',
    '«{group}» тобынан тек басымдығы жоғарысы жүреді',
  ],
  BEST: [
    'of group “{group}” each line takes what gives most',
    'из группы «{group}» каждая позиция получает самое выгодное',
    '«{group}» тобынан әр жолға ең тиімдісі беріледі',
  ],
  CUMULATIVE: ['adds up with group “{group}”', 'суммируется с группой «{group}»', '«{group}» тобымен қосылады'],
  HOLDOUT: [
    'a control group of {share}% gets nothing',
    'контрольная группа {share}% ничего не получает',
    '{share}% бақылау тобы ештеңе алмайды',
  ],
} satisfies Record<string, Texts3>;

function capSentences(text: Texts3, { amount, percent }: Cap, language: Language): string[] {
  const sentences = [];
  if (amount !== null) sentences.push(say(text, language, { most: formatMinor(amount) }));
  if (percent !== null) sentences.push(say(text, language, { most: `${hundredthsText(percent)}%` }));
  return sentences;
}
