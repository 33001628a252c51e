import type { Amount, Ratio } from '../metric-language';
import { salesAmounts as sums } from './sales.amounts';
import { salesCounts as counts } from './sales.counts';

/** Of receipts that name a member: what an anonymous one brings is nobody's. */
function ofMembers(amount: Amount): Amount {
  // Sales by hour are among what tells of buyers.
  const { salesByHour } = amount.from;
  const from = Object.fromEntries(
    Object.entries({ ...amount.from, ...(salesByHour ? { buyers: salesByHour } : {}) }).map(([source, aggregate]) => [
      source,
      (condition: string) => aggregate(`f.identified AND ${condition}`),
    ]),
  );
  return { ...amount, as: `sales.${amount.key}.identified`, from, hides: ['identified'] };
}

/** What a buyer comes to on average. */
export const buyerRatios = {
  revenue: {
    key: 'revenue_per_buyer',
    unit: 'MONEY',
    names: ['Выручка с покупателя', 'Бір сатып алушыдан түсім', 'Revenue per buyer'],
    descriptions: [
      'Выручка по чекам участников, делённая на число участников, которые покупали за период.',
      'Қатысушы чектері түсімінің кезеңде сатып алған қатысушылар санына қатынасы.',
      'Revenue of members’ receipts divided by the number of members who bought in the period.',
    ],
    above: ofMembers(sums.revenue),
    below: counts.buyers,
  },
  receipts: {
    key: 'receipts_per_buyer',
    unit: 'NUMBER',
    names: ['Частота покупок', 'Сатып алу жиілігі', 'Purchase frequency'],
    descriptions: [
      'Сколько чеков продаж в среднем приходится на участника, который покупал за период.',
      'Кезеңде сатып алған бір қатысушыға орта есеппен неше сату чегі келеді.',
      'How many sales receipts a member who bought in the period has on average.',
    ],
    above: ofMembers(sums.receipts),
    below: counts.buyers,
  },
  visits: {
    key: 'visits_per_buyer',
    unit: 'NUMBER',
    names: ['Визитов на покупателя', 'Бір сатып алушының келулері', 'Visits per buyer'],
    descriptions: [
      'Визиты, делённые на число участников, которые покупали за период.',
      'Келулердің кезеңде сатып алған қатысушылар санына қатынасы.',
      'Visits divided by the number of members who bought in the period.',
    ],
    above: counts.visits,
    below: counts.buyers,
  },
  revenuePerVisit: {
    key: 'revenue_per_visit',
    unit: 'MONEY',
    names: ['Выручка с визита', 'Бір келуден түсім', 'Revenue per visit'],
    descriptions: [
      'Выручка по чекам участников, делённая на число визитов.',
      'Қатысушы чектері түсімінің келулер санына қатынасы.',
      'Revenue of members’ receipts divided by the number of visits.',
    ],
    above: ofMembers(sums.revenue),
    below: counts.visits,
  },
  units: {
    key: 'units_per_buyer',
    unit: 'QUANTITY',
    names: ['Единиц товара на покупателя', 'Бір сатып алушыға тауар бірлігі', 'Units per buyer'],
    descriptions: [
      'Единицы товара за вычетом возвратов, делённые на число покупавших участников.',
      'Қайтарымдар шегерілген тауар бірліктерінің сатып алған қатысушылар санына қатынасы.',
      'Units net of returns divided by the number of members who bought.',
    ],
    above: ofMembers(sums.units),
    below: counts.buyers,
  },
  margin: {
    key: 'margin_per_buyer',
    unit: 'MONEY',
    names: ['Маржинальный доход с покупателя', 'Бір сатып алушыдан маржалық табыс', 'Margin per buyer'],
    descriptions: [
      'Маржинальный доход по чекам участников, делённый на число покупавших участников.',
      'Қатысушы чектері бойынша маржалық табыстың сатып алған қатысушылар санына қатынасы.',
      'Margin of members’ receipts divided by the number of members who bought.',
    ],
    above: ofMembers(sums.margin),
    below: counts.buyers,
  },
  discount: {
    key: 'discount_per_buyer',
    unit: 'MONEY',
    names: ['Скидка на покупателя', 'Бір сатып алушыға жеңілдік', 'Discount per buyer'],
    descriptions: [
      'Скидки в чеках участников, делённые на число покупавших участников.',
      'Қатысушы чектеріндегі жеңілдіктің сатып алған қатысушылар санына қатынасы.',
      'Discounts on members’ receipts divided by the number of members who bought.',
    ],
    above: ofMembers(sums.discount),
    below: counts.buyers,
  },
  given: {
    key: 'cost_per_buyer',
    unit: 'MONEY',
    names: ['Расходы на клиента', 'Бір клиентке шығын', 'Cost per customer'],
    descriptions: [
      'Скидки и оплата баллами в чеках участников, делённые на число покупавших участников; сообщения и подарки сюда не входят.',
      'Қатысушы чектеріндегі жеңілдік пен ұпаймен төлемнің сатып алған қатысушылар санына қатынасы; хабарламалар мен сыйлықтар кірмейді.',
      'Discounts and payment by points on members’ receipts divided by the number of members who bought; messages and gifts are not in it.',
    ],
    above: ofMembers(sums.given),
    below: counts.buyers,
  },
  pointsEarned: {
    key: 'points_earned_per_buyer',
    unit: 'POINTS',
    names: ['Кешбэк на покупателя', 'Бір сатып алушыға кешбэк', 'Cashback per buyer'],
    descriptions: [
      'Кешбэк по чекам участников за вычетом возвратов, делённый на число покупавших участников.',
      'Қайтарымдар шегерілген чек кешбэгінің сатып алған қатысушылар санына қатынасы.',
      'Cashback on members’ receipts less returns, divided by the number of members who bought.',
    ],
    above: ofMembers(sums.pointsEarned),
    below: counts.buyers,
  },
  returners: {
    key: 'returner_share',
    unit: 'RATIO',
    names: ['Доля возвращающих участников', 'Қайтарым жасайтын қатысушылар үлесі', 'Share of members who return goods'],
    descriptions: [
      'Участники с возвратами, делённые на участников, которые покупали за период.',
      'Қайтарым жасаған қатысушылардың кезеңде сатып алғандарға қатынасы.',
      'Members who returned goods divided by members who bought in the period.',
    ],
    above: counts.returners,
    below: counts.buyers,
  },
} as const satisfies Record<string, Ratio>;
