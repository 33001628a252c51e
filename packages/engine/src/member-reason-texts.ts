import type { Texts3 } from './language';
import type { ReasonKey } from './reason';

type OfMember = Extract<ReasonKey, `member.${string}` | `anonymous.${string}` | `history.${string}`>;

/** Reasons that speak of the member and of their purchases. */
export const MEMBER_REASONS: Record<OfMember, Texts3> = {
  'member.unidentified': [
    'Members only: no card was shown',
    'Только участникам: карта не предъявлена',
    'Тек қатысушыларға: карта көрсетілмеген',
  ],
  'member.gender': ['For other members', 'Для других участников', 'Басқа қатысушыларға арналған'],
  'member.gender_unknown': [
    "The member's gender is not known",
    'Пол участника не указан',
    'Қатысушының жынысы көрсетілмеген',
  ],
  'member.city': [
    'Only for members from {names}',
    'Только участникам из городов: {names}',
    'Тек мына қалалардың қатысушыларына: {names}',
  ],
  'member.city_unknown': [
    "The member's city is not known",
    'Город участника не указан',
    'Қатысушының қаласы көрсетілмеген',
  ],
  'member.age_below': [
    'For members of {from} and older',
    'Для участников от {from} лет',
    '{from} жастан бастап қатысушыларға',
  ],
  'member.age_above': [
    'For members of {to} and younger',
    'Для участников до {to} лет включительно',
    '{to} жасқа дейінгі қатысушыларға',
  ],
  'member.birth_date_unknown': [
    "The member's birth date is not known",
    'Дата рождения участника не указана',
    'Қатысушының туған күні көрсетілмеген',
  ],
  'member.birthday_far': [
    'Only from {daysBefore} days before the birthday to {daysAfter} days after it',
    'Только в период: {daysBefore} дн. до дня рождения и {daysAfter} дн. после',
    'Тек туған күнге дейін {daysBefore} күн және одан кейін {daysAfter} күн ішінде',
  ],
  'member.child': [
    'For parents of children of {from} to {to}',
    'Для родителей детей {from}–{to} лет',
    '{from}–{to} жастағы балалардың ата-анасына',
  ],
  'member.attribute': [
    'For members with another “{key}”',
    'Для участников с другим значением «{key}»',
    '«{key}» мәні басқа қатысушыларға',
  ],
  'member.segment': ['For another group of members', 'Для другой группы участников', 'Басқа топтың қатысушыларына'],
  'member.list': ['For members on a list', 'Для участников из списка', 'Тізімдегі қатысушыларға'],
  'member.registered_within': [
    'For members who joined within {days} days',
    'Для зарегистрированных за последние {days} дн.',
    'Соңғы {days} күнде тіркелгендерге',
  ],
  'member.registered_before': [
    'For older members: {missing} more days',
    'Для давних участников: ещё {missing} дн.',
    'Ескі қатысушыларға: тағы {missing} күн',
  ],
  'member.registration_unknown': [
    'It is not known when the member joined',
    'Дата регистрации участника не известна',
    'Қатысушының тіркелген күні белгісіз',
  ],
  'member.bucket': [
    'For a random {share}% of members',
    'Для случайных {share}% участников',
    'Қатысушылардың кездейсоқ {share}%-ына',
  ],
  'member.control_group': ['In the control group', 'В контрольной группе', 'Бақылау тобында'],
  'anonymous.control_group': [
    'Not for receipts without a member',
    'Не для чеков без участника',
    'Қатысушысыз чектерге емес',
  ],
  'history.sum_below': [
    'Bought too little in {days} days: {missing} more of {threshold} on {goods}',
    'За {days} дн. не хватает {missing} до {threshold}: {goods}',
    '{days} күнде {threshold} дейін {missing} жетпейді: {goods}',
  ],
  'history.sum_above': [
    'Already bought more than {most} in {days} days: {goods}',
    'За {days} дн. куплено больше {most}: {goods}',
    '{days} күнде {most} артық алынған: {goods}',
  ],
  'history.quantity_below': [
    'Bought too few in {days} days: {missing} more of {threshold}, {goods}',
    'За {days} дн. не хватает {missing} шт. до {threshold}: {goods}',
    '{days} күнде {threshold} данаға {missing} жетпейді: {goods}',
  ],
  'history.quantity_above': [
    'Already bought more than {most} pcs in {days} days: {goods}',
    'За {days} дн. куплено больше {most} шт.: {goods}',
    '{days} күнде {most} данадан артық алынған: {goods}',
  ],
  'history.receipts_below': [
    'Bought {goods} too seldom in {days} days: {missing} more of {threshold}',
    'За {days} дн. не хватает {missing} чек. до {threshold}: {goods}',
    '{days} күнде {threshold} чекке {missing} жетпейді: {goods}',
  ],
  'history.receipts_above': [
    'Bought {goods} more than {most} times in {days} days',
    'За {days} дн. больше {most} чек.: {goods}',
    '{days} күнде {most} чектен артық: {goods}',
  ],
  'history.never_bought': ['For members who bought before', 'Для тех, кто уже покупал', 'Бұрын сатып алғандарға'],
  'history.too_recent': [
    'For who has not bought for {threshold} days; it was {days} days ago',
    'Для тех, кто не покупал {threshold} дн.; прошло {days}',
    '{threshold} күн сатып алмағандарға; {days} күн өтті',
  ],
  'history.too_long_ago': [
    'For who bought in the last {most} days; it was {days} days ago',
    'Для тех, кто покупал за {most} дн.; прошло {days}',
    'Соңғы {most} күнде сатып алғандарға; {days} күн өтті',
  ],
  'history.not_bought': [
    'For who bought {goods} in the last {days} days',
    'Для тех, кто за {days} дн. купил: {goods}',
    'Соңғы {days} күнде алғандарға: {goods}',
  ],
  'history.has_accessory': ['Already has {goods}', 'Уже куплено: {goods}', 'Бұрын сатып алынған: {goods}'],
};
