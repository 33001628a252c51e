import { isDayOff } from '../../store/calendar';
import { onlyReceipts, type Dimension, type Qualifier, type Words } from '../metric-language';

type Only = Qualifier['only'];

/** A condition on what receipts alone know. */
const onReceipts = (sql: string): Only => ({ receipts: sql, purchases: sql });
/** A condition on the hour, which every fact but goods by day knows. */
const byHour = (sql: string): Only => ({ salesByHour: sql, receipts: sql, lines: sql });
const byDay = (sql: string): Only => ({ ...byHour(sql), salesBySku: sql });

function receiptsThat(
  key: string,
  only: Only,
  words: { sums: Words; receipts?: Words; which: Words },
  hides: readonly Dimension[] = [],
): Qualifier {
  const { sums, receipts = sums, which } = words;
  return { key, ofSums: sums, ofReceipts: receipts, which, sentence: onlyReceipts(which), only, hides };
}

export const identified = receiptsThat(
  'identified',
  byDay('f.identified'),
  {
    sums: ['по чекам участников', 'қатысушылар бойынша', 'of members’ receipts'],
    receipts: ['участников', 'қатысушысы бар', 'of members'],
    which: ['с участником', 'қатысушысы бар', 'that name a member'],
  },
  ['identified'],
);

export const anonymous = receiptsThat(
  'anonymous',
  byDay('NOT f.identified'),
  {
    sums: ['по чекам без участника', 'қатысушысыз чектер бойынша', 'of anonymous receipts'],
    receipts: ['без участника', 'қатысушысыз', 'without a member'],
    which: ['без участника', 'қатысушысы жоқ', 'that name no member'],
  },
  ['identified', 'gender', 'ageGroup', 'homeStore'],
);

/** Of members: which of their purchases. */
export const firstPurchase = receiptsThat(
  'first',
  { purchases: 'f.is_first' },
  {
    sums: ['по первым покупкам', 'алғашқы сатып алу бойынша', 'of first purchases'],
    receipts: ['первых покупок', 'алғашқы сатып алу бойынша', 'of first purchases'],
    which: [
      'самой первой покупки участника и возвратов по ней',
      'қатысушының ең алғашқы сатып алуы мен оның қайтарымына жататын',
      'of the very first purchase of a member and of returns from it',
    ],
  },
);
export const repeatPurchases = receiptsThat(
  'repeat',
  { purchases: 'NOT f.is_first' },
  {
    sums: ['по повторным покупкам', 'қайталама сатып алу бойынша', 'of repeat purchases'],
    receipts: ['повторных покупок', 'қайталама сатып алу бойынша', 'of repeat purchases'],
    which: [
      'покупок участников после их первой',
      'қатысушының алғашқысынан кейінгі сатып алуларына жататын',
      'of purchases of members after their first',
    ],
  },
);

/** Conditions on when. */
export const weekend = receiptsThat('weekend', byDay(isDayOff('f.business_day')), {
  sums: ['в выходные', 'демалыс күндеріндегі', 'on days off'],
  which: [
    'выходных и праздников по календарю сети и часам магазина',
    'желі күнтізбесі мен дүкен сағаты бойынша демалыс және мереке күндеріндегі',
    'of weekends and holidays by the chain’s calendar and the store’s clock',
  ],
});
export const workday = receiptsThat('workday', byDay(`NOT ${isDayOff('f.business_day')}`), {
  sums: ['в будни', 'жұмыс күндеріндегі', 'on working days'],
  which: [
    'рабочих дней по календарю сети и часам магазина',
    'желі күнтізбесі мен дүкен сағаты бойынша жұмыс күндеріндегі',
    'of working days by the chain’s calendar and the store’s clock',
  ],
});
export const morning = receiptsThat('morning', byHour('f.business_hour < 12'), {
  sums: ['утром (до 12:00)', 'таңғы (12:00-ге дейінгі)', 'in the morning (before 12:00)'],
  which: ['до 12:00 по часам магазина', 'дүкен сағатымен 12:00-ге дейінгі', 'before 12:00 by the store’s clock'],
});
export const daytime = receiptsThat('daytime', byHour('f.business_hour >= 12 AND f.business_hour < 17'), {
  sums: ['днём (12:00–17:00)', 'күндізгі (12:00–17:00)', 'in the afternoon (12:00–17:00)'],
  which: [
    'с 12:00 до 17:00 по часам магазина',
    'дүкен сағатымен 12:00-ден 17:00-ге дейінгі',
    'from 12:00 to 17:00 by the store’s clock',
  ],
});
export const evening = receiptsThat('evening', byHour('f.business_hour >= 17'), {
  sums: ['вечером (с 17:00)', 'кешкі (17:00-ден)', 'in the evening (from 17:00)'],
  which: ['с 17:00 по часам магазина', 'дүкен сағатымен 17:00-ден кейінгі', 'from 17:00 by the store’s clock'],
});

/** Conditions on where it was sold. */
export const channels: readonly Qualifier[] = [
  receiptsThat(
    'till',
    onReceipts("f.channel = 'POS'"),
    { sums: ['на кассах', 'кассадағы', 'at tills'], which: ['с касс магазинов', 'дүкен кассаларындағы', 'of tills'] },
    ['channel'],
  ),
  receiptsThat(
    'online',
    onReceipts("f.channel = 'ONLINE'"),
    { sums: ['на сайте', 'сайттағы', 'on the site'], which: ['с сайта', 'сайттағы', 'of the site'] },
    ['channel'],
  ),
  receiptsThat(
    'app',
    onReceipts("f.channel = 'APP'"),
    { sums: ['в приложении', 'қосымшадағы', 'in the app'], which: ['из приложения', 'қосымшадағы', 'of the app'] },
    ['channel'],
  ),
];
