import type { Metric } from './metric';

const ISSUED = "f.kind IN ('EARNED', 'GRANT')";
const REDEEMED = "f.kind = 'SPENT'";

export const pointsMetrics: readonly Metric[] = [
  {
    key: 'points.issued',
    names: { ru: 'Начислено баллов', kk: 'Есептелген ұпай', en: 'Points issued' },
    descriptions: {
      ru: 'Баллы, начисленные за покупки и подаренные акциями. То, что отозвано при возвратах, не вычитается; входящие остатки и ручные исправления не входят. У подаренных баллов магазина нет.',
      kk: 'Сатып алу үшін есептелген және акциялар сыйлаған ұпайлар. Қайтарымда кері алынғаны шегерілмейді; бастапқы қалдықтар мен қолмен түзетулер кірмейді. Сыйланған ұпайдың дүкені жоқ.',
      en: 'Points earned by purchases and granted by campaigns. What returns take back is not taken away; opening balances and corrections by hand are not in it. Granted points have no store.',
    },
    unit: 'POINTS',
    formula: 'sum of points earned and granted',
    additive: true,
    dimensions: ['store', 'city'],
    measures: [{ source: 'points', only: ISSUED, numerator: 'sum(f.amount_minor)' }],
  },
  {
    key: 'points.redeemed',
    names: { ru: 'Списано баллов', kk: 'Жұмсалған ұпай', en: 'Points redeemed' },
    descriptions: {
      ru: 'Баллы, которыми оплачены покупки. То, что возвращено при возвратах, не вычитается.',
      kk: 'Сатып алуды төлеген ұпайлар. Қайтарымда қайтарылғаны шегерілмейді.',
      en: 'Points that paid for purchases. What returns give back is not taken away.',
    },
    unit: 'POINTS',
    formula: 'sum of points spent',
    additive: true,
    dimensions: ['store', 'city'],
    measures: [{ source: 'points', only: REDEEMED, numerator: 'sum(f.amount_minor)' }],
  },
  {
    key: 'points.expired',
    names: { ru: 'Сгорело баллов', kk: 'Күйіп кеткен ұпай', en: 'Points expired' },
    descriptions: {
      ru: 'Баллы, срок которых истёк; что возврат оживил, вычитается. У них нет магазина.',
      kk: 'Мерзімі өткен ұпайлар; қайтарым тірілткені шегеріледі. Олардың дүкені жоқ.',
      en: 'Points whose time ran out, less what returns brought back to life. They have no store.',
    },
    unit: 'POINTS',
    formula: 'sum of points expired',
    additive: true,
    dimensions: [],
    measures: [{ source: 'points', only: "f.kind = 'EXPIRED'", numerator: 'sum(f.amount_minor)' }],
  },
  {
    key: 'points.redemption_rate',
    names: { ru: 'Доля списания', kk: 'Жұмсалу үлесі', en: 'Redemption rate' },
    descriptions: {
      ru: 'Списанные баллы, делённые на начисленные за тот же период.',
      kk: 'Жұмсалған ұпайдың сол кезеңде есептелгеніне қатынасы.',
      en: 'Points redeemed divided by points issued in the same period.',
    },
    unit: 'RATIO',
    formula: 'points.redeemed / points.issued',
    additive: false,
    dimensions: ['store', 'city'],
    measures: [
      {
        source: 'points',
        only: `(${REDEEMED} OR ${ISSUED})`,
        numerator: `sumIf(f.amount_minor, ${REDEEMED})`,
        denominator: `sumIf(f.amount_minor, ${ISSUED})`,
      },
    ],
  },
];
