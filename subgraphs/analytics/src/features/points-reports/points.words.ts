import { texts } from '../reports';

const points = <K extends string>(key: K, names: ReturnType<typeof texts>, descriptions: ReturnType<typeof texts>) => ({
  ...{ key, names, descriptions, unit: 'POINTS' as const },
});

export const issuedColumn = points(
  'issued',
  texts('Начислено', 'Есептелді', 'Issued'),
  texts(
    'За покупки, подарено, входящие остатки и начисления вручную.',
    'Сатып алу үшін, сыйланған, бастапқы қалдықтар және қолмен есептелген.',
    'By purchases, granted, brought along, and given by hand.',
  ),
);
export const spentColumn = points(
  'spent',
  texts('Потрачено', 'Жұмсалды', 'Spent'),
  texts(
    'Оплачено баллами, за вычетом возвращённых при возврате покупок.',
    'Ұпаймен төленген, қайтарымда қайтарылғаны шегерілген.',
    'Paid with, less what returns gave back.',
  ),
);
export const expiredColumn = points(
  'expired',
  texts('Сгорело', 'Күйіп кетті', 'Expired'),
  texts(
    'Срок истёк; что оживили возвраты, вычтено.',
    'Мерзімі өтті; қайтарым тірілткені шегерілген.',
    'Their time ran out, less what returns brought back to life.',
  ),
);
export const reversedColumn = points(
  'reversed',
  texts('Отозвано', 'Кері алынды', 'Reversed'),
  texts(
    'Забрано при возвратах, исправлениях и отмене подарков.',
    'Қайтарымда, түзетуде және сыйлықты болдырмауда кері алынған.',
    'Taken back by returns, corrections and gifts that were undone.',
  ),
);
export const changeColumn = points(
  'change',
  texts('Изменение остатка', 'Қалдықтың өзгеруі', 'Change of outstanding'),
  texts(
    'На сколько изменился долг перед участниками.',
    'Мүшелер алдындағы борыш қаншаға өзгерді.',
    'By how much what is owed to members changed.',
  ),
);
export const outstandingColumn = points(
  'outstanding',
  texts('Остаток', 'Қалдық', 'Outstanding'),
  texts(
    'Баллы у участников на конец: доступные, ожидающие и зарезервированные минус долг.',
    'Соңындағы мүшелер ұпайы: қолжетімді, күтудегі және ұсталған, борышсыз.',
    'Points members have at the end: available, pending and held, less what they owe.',
  ),
);

const BUCKET = texts('Период', 'Кезең', 'Period');
export const bucketColumn = (unit: 'DATE' | 'WEEK' | 'MONTH') => ({
  ...{ key: 'bucket', names: BUCKET, descriptions: BUCKET, unit },
});
export const BUCKET_UNITS = { DAY: 'DATE', WEEK: 'WEEK', MONTH: 'MONTH', HOUR: 'DATE' } as const;

export const STORES_NOTE = texts(
  'У сгоревших и подаренных баллов магазина нет: с фильтром по магазину или городу видны только начисления и траты на кассах.',
  'Күйген және сыйланған ұпайдың дүкені жоқ: дүкен не қала сүзгісімен тек кассадағы есептеу мен жұмсау көрінеді.',
  'Points that expired or were granted have no store: with a filter by store or city only what tills booked is seen.',
);
