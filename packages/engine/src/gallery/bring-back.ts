import { daysAgo } from './golden-basket';
import { asked, ofCategories, receipt, template, texts } from './make-template';

/** Mechanics that bring people back. */
export const bringBack = [
  template<{ percent: string; days: number }>('win-back', {
    family: 'BRING_BACK',
    name: texts('Возврат после перерыва', 'Үзілістен кейін қайтару', 'Win back'),
    description: texts(
      'Скидка тем, кто давно не покупал.',
      'Көптен сатып алмағандарға жеңілдік.',
      'A percentage off for who has not bought for long.',
    ),
    parameters: { percent: asked.percent('15'), days: asked.days(90) },
    define: ({ percent, days }) => ({
      condition: { kind: 'DAYS_SINCE_LAST', atLeast: days },
      effects: [{ kind: 'PERCENT', percent }],
    }),
    basket: {
      items: [
        ['milk', 4],
        ['cheese', 1],
      ],
      changes: { member: { lastPurchaseAt: daysAgo(100) } },
    },
    expected: receipt('3400.00', [
      ['milk', '2000.00', '300.00', '85.00'],
      ['cheese', '2000.00', '300.00', '85.00'],
    ]),
  }),
  template<{ amount: string; threshold: string; pool: string; days: number }>('win-back-coupon', {
    family: 'BRING_BACK',
    name: texts('Купон на возвращение', 'Қайтып келу купоны', 'Win-back coupon'),
    description: texts(
      'Сумма скидки по личному купону тем, кто давно не покупал.',
      'Көптен сатып алмағандарға жеке купонмен жеңілдік сомасы.',
      'An amount off by personal coupon for who has not bought for long.',
    ),
    parameters: {
      amount: asked.amount('1000'),
      threshold: asked.threshold('5000'),
      pool: asked.pool('COMEBACK'),
      days: asked.days(90),
    },
    define: ({ amount, threshold, pool, days }) => ({
      condition: {
        kind: 'ALL',
        of: [
          { kind: 'COUPON', poolId: pool },
          { kind: 'DAYS_SINCE_LAST', atLeast: days },
          { kind: 'BASKET', measure: 'SUM', atLeast: threshold },
        ],
      },
      effects: [{ kind: 'AMOUNT_OFF', amount }],
    }),
    basket: {
      items: [
        ['cheese', 2],
        ['shampoo', 1],
      ],
      changes: { member: { lastPurchaseAt: daysAgo(95) }, coupons: [{ code: 'MISS-YOU', poolId: 'COMEBACK' }] },
    },
    expected: receipt('4200.00', [
      ['cheese', '4000.00', '769.23', '161.54'],
      ['shampoo', '1200.00', '230.77', '48.46'],
    ]),
  }),
  template<{ pool: string; threshold: string }>('next-visit-coupon', {
    family: 'BRING_BACK',
    name: texts('Купон на следующий визит', 'Келесі келуге купон', 'Coupon for the next visit'),
    description: texts(
      'За чек от суммы печатается купон на следующую покупку.',
      'Сомадан асқан чекке келесі сатып алуға купон басылады.',
      'A receipt above an amount prints a coupon for the next purchase.',
    ),
    parameters: { pool: asked.pool('NEXT'), threshold: asked.threshold('5000') },
    define: ({ pool, threshold }) => ({
      condition: { kind: 'BASKET', measure: 'SUM', atLeast: threshold },
      effects: [{ kind: 'COUPON_NEXT', poolId: pool }],
    }),
    basket: { items: [['coffee', 2]] },
    expected: receipt('6000.00', [['coffee', '6000.00', '0.00', '300.00']], ['COUPON_NEXT']),
  }),
  template<{ nth: number; points: string }>('every-nth', {
    family: 'BRING_BACK',
    name: texts('За каждую n-ю покупку', 'Әр n-ші сатып алуға', 'Every n-th purchase'),
    description: texts('Баллы за каждую n-ю покупку.', 'Әр n-ші сатып алуға ұпай.', 'Points for every n-th purchase.'),
    parameters: { nth: asked.nth(5), points: asked.points('300') },
    define: ({ nth, points }) => ({
      condition: { kind: 'NTH_PURCHASE', every: nth },
      effects: [{ kind: 'POINTS_FIXED', points }],
    }),
    basket: { items: [['milk', 2]], changes: { member: { purchaseCount: 14 } } },
    expected: receipt('1000.00', [['milk', '1000.00', '0.00', '350.00']]),
  }),
  template<{ percent: string; days: number; categories: readonly string[]; accessories: readonly string[] }>(
    'care-after-shoes',
    {
      family: 'BRING_BACK',
      name: texts(
        'Сопутствующий товар после покупки',
        'Сатып алудан кейінгі ілеспе тауар',
        'Accessory after the purchase',
      ),
      description: texts(
        'Скидка на уход тем, кто купил обувь без него.',
        'Аяқ киімді күтім құралынсыз алғандарға жеңілдік.',
        'A percentage off the accessory for who bought the goods without it.',
      ),
      parameters: {
        percent: asked.percent('30'),
        days: asked.days(60),
        categories: asked.categories(['Shoes']),
        accessories: asked.accessories(['Care']),
      },
      define: ({ percent, days, categories, accessories }) => ({
        condition: {
          kind: 'BOUGHT_WITHOUT',
          goods: ofCategories(categories),
          accessory: ofCategories(accessories),
          withinDays: days,
        },
        effects: [{ kind: 'PERCENT', goods: ofCategories(accessories), percent }],
      }),
      basket: {
        items: [
          ['polish', 2],
          ['bread', 1],
        ],
        changes: { bought: [[10, 'boots']] },
      },
      expected: receipt('2300.00', [
        ['polish', '3000.00', '900.00', '105.00'],
        ['bread', '200.00', '0.00', '10.00'],
      ]),
    },
  ),
  template<{ percent: string; days: number; categories: readonly string[] }>('lapsed-category', {
    family: 'BRING_BACK',
    name: texts('Вернуть в категорию', 'Санатқа қайтару', 'Back to a category'),
    description: texts(
      'Скидка на категорию тем, кто давно её не покупал.',
      'Санатты көптен алмағандарға жеңілдік.',
      'A percentage off a category for who has not bought it for long.',
    ),
    parameters: { percent: asked.percent('12'), days: asked.days(60), categories: asked.categories(['Beauty']) },
    define: ({ percent, days, categories }) => ({
      condition: {
        kind: 'ALL',
        of: [
          { kind: 'IDENTIFIED' },
          {
            kind: 'NOT',
            of: { kind: 'BOUGHT', goods: ofCategories(categories), measure: 'RECEIPTS', atLeast: 1, withinDays: days },
          },
        ],
      },
      effects: [{ kind: 'PERCENT', goods: ofCategories(categories), percent }],
    }),
    basket: {
      items: [
        ['shampoo', 1],
        ['milk', 1],
      ],
      changes: {
        bought: [
          [80, 'shampoo'],
          [5, 'milk'],
        ],
      },
    },
    expected: receipt('1556.00', [
      ['shampoo', '1200.00', '144.00', '52.80'],
      ['milk', '500.00', '0.00', '25.00'],
    ]),
  }),
  template<{ segment: string; factor: string }>('segment-points', {
    family: 'BRING_BACK',
    name: texts('Баллы для сегмента', 'Сегментке ұпай', 'Points for a segment'),
    description: texts(
      'Множитель баллов для участников сегмента, например уходящих.',
      'Сегмент қатысушыларына ұпай көбейткіші, мысалы кетіп бара жатқандарға.',
      'Points are multiplied for members of a segment, such as those about to leave.',
    ),
    parameters: { segment: asked.segment('at-risk'), factor: asked.factor('3') },
    define: ({ segment, factor }) => ({
      condition: { kind: 'SEGMENT', in: [segment] },
      effects: [{ kind: 'POINTS_MULTIPLIER', factor }],
    }),
    basket: { items: [['coffee', 1]], changes: { member: { segments: ['at-risk'] } } },
    expected: receipt('3000.00', [['coffee', '3000.00', '0.00', '450.00']]),
  }),
];
