import type { Reason, ReasonKey } from './reason';

/** Languages in which the engine explains itself. */
export type Language = 'en' | 'ru' | 'kk';

/** Says a reason in one sentence. */
export function sentenceOf({ key, args }: Reason, language: Language): string {
  return SENTENCES[key][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name] ?? '';
    return name === 'weekdays' ? weekdayNames(value, language) : value;
  });
}

const WEEKDAYS: Record<Language, readonly string[]> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  kk: ['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс'],
};

const weekdayNames = (days: string, language: Language): string =>
  days
    .split(',')
    .map((day) => WEEKDAYS[language][Number(day) - 1] ?? day)
    .join(', ');

const SENTENCES: Record<ReasonKey, Record<Language, string>> = {
  'discount.percent': {
    en: '{percent}% off',
    ru: 'Скидка {percent}%',
    kk: '{percent}% жеңілдік',
  },
  'discount.amount': {
    en: '{amount} off for {threshold} or more',
    ru: 'Скидка {amount} при покупке от {threshold}',
    kk: '{threshold} бастап сатып алғанда {amount} жеңілдік',
  },
  'points.multiplier': {
    en: 'Points ×{factor}',
    ru: 'Баллы ×{factor}',
    kk: 'Ұпай ×{factor}',
  },
  'goods.none': {
    en: 'None of its goods are in the basket',
    ru: 'В корзине нет товаров акции',
    kk: 'Себетте акция тауарлары жоқ',
  },
  'goods.no_benefit': {
    en: 'There is nothing left to give on its goods',
    ru: 'По товарам акции больше нечего начислить или снизить',
    kk: 'Акция тауарлары бойынша беретін жеңілдік қалмады',
  },
  'basket.below_threshold': {
    en: '{missing} more to reach {threshold}',
    ru: 'До {threshold} не хватает {missing}',
    kk: '{threshold} жету үшін тағы {missing} керек',
  },
  'schedule.not_started': {
    en: 'Starts at {from}',
    ru: 'Начнётся {from}',
    kk: '{from} басталады',
  },
  'schedule.ended': {
    en: 'Ended at {until}',
    ru: 'Закончилась {until}',
    kk: '{until} аяқталды',
  },
  'schedule.weekday': {
    en: 'Only on {weekdays}',
    ru: 'Только по дням: {weekdays}',
    kk: 'Тек мына күндері: {weekdays}',
  },
  'schedule.time': {
    en: 'Only at {windows}',
    ru: 'Только в часы {windows}',
    kk: 'Тек {windows} аралығында',
  },
  'store.not_included': {
    en: 'Does not run in this store',
    ru: 'Не действует в этом магазине',
    kk: 'Бұл дүкенде жүрмейді',
  },
  'member.unidentified': {
    en: 'Members only: no card was shown',
    ru: 'Только участникам: карта не предъявлена',
    kk: 'Тек қатысушыларға: карта көрсетілмеген',
  },
  'member.gender': {
    en: 'For other members',
    ru: 'Для других участников',
    kk: 'Басқа қатысушыларға арналған',
  },
  'member.gender_unknown': {
    en: "The member's gender is not known",
    ru: 'Пол участника не указан',
    kk: 'Қатысушының жынысы көрсетілмеген',
  },
  'member.city': {
    en: 'Only for members from {cities}',
    ru: 'Только участникам из городов: {cities}',
    kk: 'Тек мына қалалардың қатысушыларына: {cities}',
  },
  'member.city_unknown': {
    en: "The member's city is not known",
    ru: 'Город участника не указан',
    kk: 'Қатысушының қаласы көрсетілмеген',
  },
  'member.age_below': {
    en: 'For members of {from} and older',
    ru: 'Для участников от {from} лет',
    kk: '{from} жастан бастап қатысушыларға',
  },
  'member.age_above': {
    en: 'For members of {to} and younger',
    ru: 'Для участников до {to} лет включительно',
    kk: '{to} жасқа дейінгі қатысушыларға',
  },
  'member.birth_date_unknown': {
    en: "The member's birth date is not known",
    ru: 'Дата рождения участника не указана',
    kk: 'Қатысушының туған күні көрсетілмеген',
  },
  'member.birthday_far': {
    en: 'Only from {daysBefore} days before the birthday to {daysAfter} days after it',
    ru: 'Только в период: {daysBefore} дн. до дня рождения и {daysAfter} дн. после',
    kk: 'Тек туған күнге дейін {daysBefore} күн және одан кейін {daysAfter} күн ішінде',
  },
  'member.excluded': {
    en: 'Not for this member',
    ru: 'Не для этого участника',
    kk: 'Бұл қатысушыға арналмаған',
  },
  'stacking.better': {
    en: 'Does not add to “{by}”, which gives more',
    ru: 'Не суммируется с акцией «{by}», которая выгоднее',
    kk: '«{by}» акциясы тиімдірек, онымен қосылмайды',
  },
  'limit.exhausted': {
    en: 'Used up',
    ru: 'Лимит акции исчерпан',
    kk: 'Акция лимиті таусылды',
  },
  'limit.no_card': {
    en: 'Counted by card: no card was shown',
    ru: 'Учитывается по карте: карта не предъявлена',
    kk: 'Карта бойынша есептеледі: карта көрсетілмеген',
  },
};
