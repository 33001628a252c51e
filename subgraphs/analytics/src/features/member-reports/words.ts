import { texts } from '../reports';

export const membersColumn = {
  key: 'members',
  names: texts('Участники', 'Мүшелер', 'Members'),
  descriptions: texts('Сколько участников.', 'Қанша мүше.', 'How many members.'),
  unit: 'COUNT' as const,
};
export const shareColumn = {
  key: 'share',
  names: texts('Доля', 'Үлесі', 'Share'),
  descriptions: texts('Доля участников.', 'Мүшелердің үлесі.', 'Share of the members.'),
  unit: 'RATIO' as const,
};
export const purchasesColumn = {
  key: 'purchases',
  names: texts('Покупки', 'Сатып алулар', 'Purchases'),
  descriptions: texts(
    'Покупки, от которых что-то осталось после возвратов.',
    'Қайтарымнан кейін бірдеңе қалған сатып алулар.',
    'Purchases of which something is left after returns.',
  ),
  unit: 'COUNT' as const,
};
export const revenueColumn = {
  key: 'revenue',
  names: texts('Выручка', 'Түсім', 'Revenue'),
  descriptions: texts(
    'Оплачено деньгами, за вычетом возвратов.',
    'Ақшамен төленген, қайтарымдарсыз.',
    'Paid in money, less what was returned.',
  ),
  unit: 'MONEY' as const,
};
export const averageColumn = {
  key: 'averageReceipt',
  names: texts('Средний чек', 'Орташа чек', 'Average receipt'),
  descriptions: texts('Выручка на покупку.', 'Бір сатып алуға келетін түсім.', 'Revenue for each purchase.'),
  unit: 'MONEY' as const,
};
export const shareOfRevenueColumn = {
  key: 'revenueShare',
  names: texts('Доля выручки', 'Түсімдегі үлес', 'Share of revenue'),
  descriptions: texts('Доля в выручке участников.', 'Мүшелер түсіміндегі үлес.', 'Share of the revenue of members.'),
  unit: 'RATIO' as const,
};

export const WHO_BOUGHT = texts(
  'Покупка, которую вернули целиком, не считается; возврат относится ко дню самой покупки. Закрытые участники не учтены.',
  'Толық қайтарылған сатып алу саналмайды; қайтарым сатып алынған күнге жатады. Жабылған мүшелер есепке кірмейді.',
  'A purchase that was wholly returned does not count; a return belongs to the day of its purchase. Closed members are left out.',
);
