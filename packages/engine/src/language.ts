/** Languages in which the engine explains itself. */
export type Language = 'en' | 'ru' | 'kk';

/** One text in every language, with `{name}` where figures go. */
export type Texts3 = readonly [en: string, ru: string, kk: string];

const PLACES: Record<Language, 0 | 1 | 2> = { en: 0, ru: 1, kk: 2 };

/** The text with its figures. */
export function say(texts: Texts3, language: Language, args: Readonly<Record<string, string>> = {}): string {
  return texts[PLACES[language]].replace(/\{(\w+)\}/g, (_, name: string) => figureOf(args[name] ?? '', language));
}

const AMOUNT = /^-?\d+\.\d\d$/;
const THOUSANDS = /\B(?=(\d{3})+$)/g;

/** An amount as people of the language write it, whole ones without hundredths; everything else as it is. */
function figureOf(text: string, language: Language): string {
  if (!AMOUNT.test(text)) return text;
  const [whole = '', hundredths = ''] = text.split('.');
  const grouped = whole.replace(THOUSANDS, language === 'en' ? ',' : '\u00a0');
  return hundredths === '00' ? grouped : `${grouped}${language === 'en' ? '.' : ','}${hundredths}`;
}

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
