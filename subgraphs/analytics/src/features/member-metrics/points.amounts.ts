import type { Amount, Words } from '../metric-language';

const among = (...kinds: string[]): string => `f.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
const sum =
  (only: string, value = 'f.amount_minor') =>
  (condition: string): string =>
    `sumIf(${value}, ${only} AND ${condition})`;
/** What only movements of some kinds have a part in. */
const of = (about: string, value?: string): Pick<Amount, 'about' | 'from'> => ({
  about,
  from: { points: sum(about, value) },
});
const less = (kind: string): string => `if(f.kind = '${kind}', -f.amount_minor, f.amount_minor)`;

function movement(key: string, names: Words, descriptions: Words, formula: string, ...kinds: string[]): Amount {
  return { key, unit: 'POINTS', names, descriptions, formula, additive: true, ...of(among(...kinds)) };
}
function people(key: string, kind: string, names: Words, descriptions: Words): Amount {
  return {
    ...{ key, unit: 'COUNT', names, descriptions, additive: false },
    formula: `number of different members whose points were ${kind.toLowerCase()}`,
    about: among(kind),
    from: { points: (condition) => `uniqExactIf(f.member_id, ${among(kind)} AND ${condition})` },
  };
}

// What crosses from one legal entity to another nets to nothing but within an entity.
const IN = ['EARNED', 'GRANT', 'OPENING_BALANCE', 'ADJUSTMENT', 'SPENT_BACK', 'CROSSED'];
const OUT = ['SPENT', 'EXPIRED', 'EARNED_BACK'];
/** What happens in no store. */
const NO_STORE = ['store', 'city', 'banner', 'format'] as const;

export const issued = movement(
  'issued',
  ['Начислено баллов', 'Есептелген ұпай', 'Points issued'],
  [
    'Баллы, начисленные за покупки и подаренные акциями. То, что отозвано при возвратах, не вычитается; входящие остатки и ручные исправления не входят. У подаренных баллов магазина нет.',
    'Сатып алу үшін есептелген және акциялар сыйлаған ұпайлар. Қайтарымда кері алынғаны шегерілмейді; бастапқы қалдықтар мен қолмен түзетулер кірмейді. Сыйланған ұпайдың дүкені жоқ.',
    'Points earned by purchases and granted by campaigns. What returns take back is not taken away; opening balances and corrections by hand are not in it. Granted points have no store.',
  ],
  'sum of points earned and granted',
  ...['EARNED', 'GRANT'],
);
export const redeemed = movement(
  'redeemed',
  ['Списано баллов', 'Жұмсалған ұпай', 'Points redeemed'],
  [
    'Баллы, которыми оплачены покупки. То, что возвращено при возвратах, не вычитается.',
    'Сатып алуды төлеген ұпайлар. Қайтарымда қайтарылғаны шегерілмейді.',
    'Points that paid for purchases. What returns give back is not taken away.',
  ],
  'sum of points spent',
  'SPENT',
);
export const expired: Amount = {
  ...movement(
    'expired',
    ['Сгорело баллов', 'Күйіп кеткен ұпай', 'Points expired'],
    [
      'Баллы, срок которых истёк; что возврат оживил, вычитается. У них нет магазина.',
      'Мерзімі өткен ұпайлар; қайтарым тірілткені шегеріледі. Олардың дүкені жоқ.',
      'Points whose time ran out, less what returns brought back to life. They have no store.',
    ],
    'sum of points expired',
    'EXPIRED',
  ),
  hides: NO_STORE,
};
export const activated: Amount = {
  ...movement(
    'activated',
    ['Активировано баллов', 'Белсендірілген ұпай', 'Points activated'],
    [
      'Баллы, у которых закончилось ожидание и которыми стало можно платить. Начисленные без ожидания сюда не входят. У них нет магазина.',
      'Күту мерзімі аяқталып, төлеуге болатын болған ұпайлар. Күтусіз есептелгендері кірмейді. Олардың дүкені жоқ.',
      'Points whose waiting time ended, so that they can be spent. Those issued without a wait are not in it. They have no store.',
    ],
    'sum of points that became spendable',
    'ACTIVATED',
  ),
  hides: NO_STORE,
};
export const netIssued: Amount = {
  ...issued,
  key: 'net_issued',
  names: ['Начислено за вычетом возвратов', 'Қайтарымдар шегерілген есептелген ұпай', 'Points issued net of returns'],
  descriptions: [
    'Начисленные баллы минус отозванные при возвратах.',
    'Есептелген ұпайдан қайтарымда кері алынғаны шегеріледі.',
    'Points issued less what returns took back.',
  ],
  formula: 'points.issued − points.reversed',
  ...of(among('EARNED', 'GRANT', 'EARNED_BACK'), less('EARNED_BACK')),
};
export const netRedeemed: Amount = {
  ...redeemed,
  key: 'net_redeemed',
  names: ['Списано за вычетом возвратов', 'Қайтарымдар шегерілген жұмсалған ұпай', 'Points redeemed net of returns'],
  descriptions: [
    'Списанные баллы минус возвращённые при возвратах.',
    'Жұмсалған ұпайдан қайтарымда қайтарылғаны шегеріледі.',
    'Points redeemed less what returns gave back.',
  ],
  formula: 'points.redeemed − points.restored',
  ...of(among('SPENT', 'SPENT_BACK'), less('SPENT_BACK')),
};
/** What left the account for good, one way or the other. */
export const settled: Amount = {
  ...redeemed,
  key: 'settled',
  names: ['Списано и сгорело баллов', 'Жұмсалған және күйген ұпай', 'Points redeemed or expired'],
  descriptions: [
    'Списанные и сгоревшие баллы вместе.',
    'Жұмсалған және күйіп кеткен ұпай бірге.',
    'Points redeemed and points expired together.',
  ],
  formula: 'points.redeemed + points.expired',
  ...of(among('SPENT', 'EXPIRED')),
};
export const outstanding: Amount = {
  key: 'outstanding',
  unit: 'POINTS',
  names: ['Баллы на счетах', 'Шоттардағы ұпай', 'Points outstanding'],
  descriptions: [
    'Сколько баллов на счетах участников на конец периода, вместе с ещё не активными.',
    'Кезең соңында қатысушылар шоттарындағы ұпай, әлі белсенді еместерімен бірге.',
    'Points on members’ accounts at the end of the period, those not yet active included.',
  ],
  formula: 'issued + opening + adjusted + restored − redeemed − expired − reversed, from the beginning',
  additive: false,
  accumulates: true,
  ...of(among(...IN, ...OUT), `if(${among(...OUT)}, -f.amount_minor, f.amount_minor)`),
  hides: [...NO_STORE, 'weekday', 'hour'],
};
export const change: Amount = {
  ...outstanding,
  key: 'net_change',
  names: ['Изменение баллов на счетах', 'Шоттардағы ұпайдың өзгеруі', 'Change of points outstanding'],
  descriptions: [
    'На сколько за период выросли баллы на счетах участников.',
    'Кезең ішінде қатысушылар шоттарындағы ұпай қаншаға өсті.',
    'By how much points on members’ accounts grew in the period.',
  ],
  formula: 'points.outstanding at the end − at the beginning',
  additive: true,
  accumulates: false,
};

export const earners = people(
  'earners',
  'EARNED',
  ['Участники, копившие баллы', 'Ұпай жинаған қатысушылар', 'Members who earned points'],
  [
    'Сколько участников накопило баллы покупками.',
    'Сатып алумен ұпай жинаған қатысушылар саны.',
    'How many members earned points by purchases.',
  ],
);
export const burners = people(
  'burners',
  'SPENT',
  ['Участники, тратившие баллы', 'Ұпай жұмсаған қатысушылар', 'Members who spent points'],
  ['Сколько участников платило баллами.', 'Ұпаймен төлеген қатысушылар саны.', 'How many members paid with points.'],
);
export const losers = people(
  'losers',
  'EXPIRED',
  ['Участники со сгоревшими баллами', 'Ұпайы күйген қатысушылар', 'Members whose points expired'],
  [
    'У скольких участников сгорели баллы.',
    'Неше қатысушының ұпайы күйіп кетті.',
    'How many members had points expire.',
  ],
);

/** What else moves points. */
export const movements: readonly Amount[] = [
  movement(
    'earned',
    ['Начислено за покупки', 'Сатып алу үшін есептелген ұпай', 'Points earned'],
    ['Баллы, начисленные за покупки.', 'Сатып алу үшін есептелген ұпай.', 'Points earned by purchases.'],
    'sum of points earned',
    'EARNED',
  ),
  movement(
    'granted',
    ['Подарено баллов', 'Сыйланған ұпай', 'Points granted'],
    [
      'Баллы, подаренные акциями и кампаниями.',
      'Акциялар мен науқандар сыйлаған ұпай.',
      'Points granted by campaigns.',
    ],
    'sum of points granted',
    'GRANT',
  ),
  movement(
    'reversed',
    ['Отозвано при возвратах', 'Қайтарымда кері алынған ұпай', 'Points taken back on returns'],
    [
      'Начисленные баллы, которые отозвали при возврате покупок.',
      'Сатып алу қайтарылғанда кері алынған есептелген ұпай.',
      'Earned points that returns took back.',
    ],
    'sum of points taken back',
    'EARNED_BACK',
  ),
  movement(
    'restored',
    ['Возвращено баллов при возвратах', 'Қайтарымда қайтарылған ұпай', 'Points given back on returns'],
    [
      'Списанные баллы, которые вернули покупателям при возврате покупок.',
      'Сатып алу қайтарылғанда сатып алушыларға қайтарылған жұмсалған ұпай.',
      'Spent points that returns gave back to customers.',
    ],
    'sum of points given back',
    'SPENT_BACK',
  ),
  movement(
    'opening',
    ['Входящие остатки', 'Бастапқы қалдықтар', 'Opening balances'],
    [
      'Баллы, с которыми участников перенесли из другой системы.',
      'Қатысушылар басқа жүйеден көшірілгендегі ұпай.',
      'Points that members brought from another system.',
    ],
    'sum of opening balances',
    'OPENING_BALANCE',
  ),
  movement(
    'adjusted',
    ['Исправлено вручную', 'Қолмен түзетілген ұпай', 'Points adjusted by hand'],
    [
      'Ручные исправления: прибавленное минус снятое.',
      'Қолмен түзету: қосылғаннан алынғаны шегеріледі.',
      'Corrections by hand: added less taken.',
    ],
    'sum of adjustments',
    'ADJUSTMENT',
  ),
];
