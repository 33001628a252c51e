import { parseMinor, writeAmount, type WrittenLanguage } from '@adal/money';

/** Languages in which the engine explains itself. */
export type Language = WrittenLanguage;

/** One text in every language, with `{name}` where figures go. */
export type Texts3 = readonly [en: string, ru: string, kk: string];

const PLACES: Record<Language, 0 | 1 | 2> = { en: 0, ru: 1, kk: 2 };

/** The text with its figures. */
export function say(texts: Texts3, language: Language, args: Readonly<Record<string, string>> = {}): string {
  return texts[PLACES[language]].replace(/\{(\w+)\}/g, (_, name: string) => figureOf(args[name] ?? '', language));
}

/** An amount as people of the language write it; everything else as it is. */
function figureOf(text: string, language: Language): string {
  const minor = AMOUNT.test(text) ? parseMinor(text) : null;
  return minor === null ? text : writeAmount(minor, language);
}

const AMOUNT = /^-?\d+\.\d\d$/;

const WEEKDAYS: readonly Texts3[] = [
  ['Mon', 'пн', 'дс'],
  ['Tue', 'вт', 'сс'],
  ['Wed', 'ср', 'ср'],
  ['Thu', 'чт', 'бс'],
  ['Fri', 'пт', 'жм'],
  ['Sat', 'сб', 'сб'],
  ['Sun', 'вс', 'жс'],
];

/** Days of the week, 1 is Monday. */
export const sayWeekdays = (days: readonly number[], language: Language): string =>
  days.map((day) => say(WEEKDAYS[day - 1] ?? ['', '', ''], language)).join(', ');

const CHANNELS: Record<string, Texts3> = {
  POS: ['at the till', 'на кассе', 'кассада'],
  ONLINE: ['online', 'в интернет-магазине', 'интернет-дүкенде'],
  APP: ['in the app', 'в приложении', 'қосымшада'],
};

export const sayChannels = (channels: readonly string[], language: Language): string =>
  channels.map((channel) => say(CHANNELS[channel] ?? [channel, channel, channel], language)).join(', ');
