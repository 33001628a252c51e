import { asked, ofCategories, ofSkus, receipt, template, texts } from './make-template';

/** Mechanics that raise the receipt. */
export const raiseReceipt = [
  template<{ amount: string; threshold: string }>('amount-from', {
    family: 'RAISE_RECEIPT',
    name: texts('Сумма скидки от суммы чека', 'Чек сомасынан жеңілдік', 'Amount off from an amount'),
    description: texts(
      'Скидка суммой, когда чек дорос до порога.',
      'Чек шекке жеткенде сомамен жеңілдік.',
      'An amount off when the receipt reaches a threshold.',
    ),
    parameters: { amount: asked.amount('500'), threshold: asked.threshold('5000') },
    define: ({ amount, threshold }) => ({
      condition: { kind: 'BASKET', measure: 'SUM', atLeast: threshold },
      effects: [{ kind: 'AMOUNT_OFF', amount }],
    }),
    basket: {
      items: [
        ['coffee', 1],
        ['cheese', 1],
        ['milk', 1],
      ],
    },
    expected: receipt('5000.00', [
      ['coffee', '3000.00', '272.73', '136.36'],
      ['cheese', '2000.00', '181.82', '90.91'],
      ['milk', '500.00', '45.45', '22.73'],
    ]),
  }),
  template<{ threshold: string; percent: string; more: string; morePercent: string }>('rising-tiers', {
    family: 'RAISE_RECEIPT',
    name: texts('Больше чек — больше скидка', 'Чек үлкен — жеңілдік көп', 'The more, the cheaper'),
    description: texts(
      'Скидка растёт ступенями с суммой чека.',
      'Жеңілдік чек сомасымен бірге өседі.',
      'The percentage rises in steps with the amount of the receipt.',
    ),
    parameters: {
      threshold: asked.threshold('5000'),
      percent: asked.percent('5'),
      more: asked.threshold('10000'),
      morePercent: asked.percent('10'),
    },
    define: ({ threshold, percent, more, morePercent }) => ({
      effects: [
        {
          kind: 'TIERS',
          by: 'SUM',
          steps: [
            { from: threshold, percent },
            { from: more, percent: morePercent },
          ],
        },
      ],
    }),
    basket: {
      items: [
        ['coffee', 3],
        ['milk', 2],
      ],
    },
    expected: receipt('9000.00', [
      ['coffee', '9000.00', '900.00', '405.00'],
      ['milk', '1000.00', '100.00', '45.00'],
    ]),
  }),
  template<{ units: number; percent: string; categories: readonly string[] }>('quantity-tiers', {
    family: 'RAISE_RECEIPT',
    name: texts('Оптом дешевле', 'Көптеп арзан', 'Cheaper by the dozen'),
    description: texts(
      'Скидка на категорию от нужного количества.',
      'Қажетті саннан бастап санатқа жеңілдік.',
      'A percentage off a category from a number of units.',
    ),
    parameters: { units: asked.units(6), percent: asked.percent('12'), categories: asked.categories(['Food > Dairy']) },
    define: ({ units, percent, categories }) => ({
      effects: [
        { kind: 'TIERS', goods: ofCategories(categories), by: 'QUANTITY', steps: [{ from: String(units), percent }] },
      ],
    }),
    basket: {
      items: [
        ['milk', 6],
        ['bread', 1],
      ],
    },
    expected: receipt('2840.00', [
      ['milk', '3000.00', '360.00', '132.00'],
      ['bread', '200.00', '0.00', '10.00'],
    ]),
  }),
  template<{ units: number; free: number; categories: readonly string[] }>('cheapest-free', {
    family: 'RAISE_RECEIPT',
    name: texts('Самый дешёвый бесплатно', 'Ең арзаны тегін', 'Cheapest free'),
    description: texts(
      'Из каждых нескольких товаров самый дешёвый бесплатно.',
      'Әр бірнеше тауардың ең арзаны тегін.',
      'Of every few units the cheapest costs nothing.',
    ),
    parameters: { units: asked.units(3), free: asked.units(1), categories: asked.categories(['Food']) },
    define: ({ units, free, categories }) => ({
      effects: [{ kind: 'CHEAPEST_FREE', goods: ofCategories(categories), of: units, free }],
    }),
    basket: {
      items: [
        ['coffee', 1],
        ['cheese', 1],
        ['milk', 1],
      ],
    },
    expected: receipt('5000.00', [
      ['coffee', '3000.00', '0.00', '150.00'],
      ['cheese', '2000.00', '0.00', '100.00'],
      ['milk', '500.00', '500.00', '0.00'],
    ]),
  }),
  template<{ threshold: string; gifts: readonly string[] }>('gift-from', {
    family: 'RAISE_RECEIPT',
    name: texts('Подарок от суммы', 'Сомадан сыйлық', 'Gift from an amount'),
    description: texts(
      'Подарок за чек от суммы; кассир увидит напоминание.',
      'Сомадан асқан чекке сыйлық; кассир еске салуды көреді.',
      'A gift from an amount of the receipt; the cashier is reminded of it.',
    ),
    parameters: { threshold: asked.threshold('10000'), gifts: asked.gifts(['bread']) },
    define: ({ threshold, gifts }) => ({
      condition: { kind: 'BASKET', measure: 'SUM', atLeast: threshold },
      effects: [
        { kind: 'GIFT', goods: ofSkus(gifts), quantity: 1 },
        { kind: 'MESSAGE', text: texts('Вручите подарок', 'Сыйлықты беріңіз', 'Hand over the gift') },
      ],
    }),
    basket: {
      items: [
        ['sneakers', 1],
        ['bread', 1],
      ],
    },
    expected: receipt(
      '20000.00',
      [
        ['sneakers', '20000.00', '0.00', '1000.00'],
        ['bread', '200.00', '200.00', '0.00'],
      ],
      ['MESSAGE'],
    ),
  }),
  template<{ units: number; skus: readonly string[]; gifts: readonly string[] }>('gift-with-purchase', {
    family: 'RAISE_RECEIPT',
    name: texts('Подарок к покупке', 'Сатып алуға сыйлық', 'Gift with a purchase'),
    description: texts(
      'Подарок тем, кто взял нужное количество товара.',
      'Қажетті тауар санын алғандарға сыйлық.',
      'A gift for who takes enough of certain goods.',
    ),
    parameters: { units: asked.units(2), skus: asked.skus(['shampoo']), gifts: asked.gifts(['polish']) },
    define: ({ units, skus, gifts }) => ({
      condition: { kind: 'LINES', goods: ofSkus(skus), measure: 'QUANTITY', atLeast: String(units) },
      effects: [{ kind: 'GIFT', goods: ofSkus(gifts), quantity: 1 }],
    }),
    basket: {
      items: [
        ['shampoo', 2],
        ['polish', 1],
      ],
    },
    expected: receipt('2400.00', [
      ['shampoo', '2400.00', '0.00', '120.00'],
      ['polish', '1500.00', '1500.00', '0.00'],
    ]),
  }),
  template<{ amount: string; units: number; categories: readonly string[] }>('amount-per-units', {
    family: 'RAISE_RECEIPT',
    name: texts('Скидка за каждые n штук', 'Әр n данаға жеңілдік', 'Amount off for every n'),
    description: texts(
      'Сумма скидки за каждые несколько товаров категории.',
      'Санаттың әр бірнеше тауарына жеңілдік сомасы.',
      'An amount off for every few units of a category.',
    ),
    parameters: { amount: asked.amount('200'), units: asked.units(2), categories: asked.categories(['Food > Dairy']) },
    define: ({ amount, units, categories }) => ({
      effects: [{ kind: 'AMOUNT_OFF', goods: ofCategories(categories), amount, every: units }],
    }),
    basket: { items: [['milk', 5]] },
    expected: receipt('2100.00', [['milk', '2500.00', '400.00', '105.00']]),
  }),
  template<{ factor: string; threshold: string }>('points-from', {
    family: 'RAISE_RECEIPT',
    name: texts('Больше баллов за большой чек', 'Үлкен чекке көбірек ұпай', 'More points for a big receipt'),
    description: texts(
      'Множитель баллов, когда чек дорос до порога.',
      'Чек шекке жеткенде ұпай көбейткіші.',
      'Points are multiplied when the receipt reaches a threshold.',
    ),
    parameters: { factor: asked.factor('2'), threshold: asked.threshold('10000') },
    define: ({ factor, threshold }) => ({
      condition: { kind: 'BASKET', measure: 'SUM', atLeast: threshold },
      effects: [{ kind: 'POINTS_MULTIPLIER', factor }],
    }),
    basket: { items: [['toy', 3]] },
    expected: receipt('12000.00', [['toy', '12000.00', '0.00', '1200.00']]),
  }),
  template<{ percent: string; categories: readonly string[]; accessories: readonly string[] }>('accessory-percent', {
    family: 'RAISE_RECEIPT',
    name: texts('Скидка на сопутствующее', 'Ілеспеге жеңілдік', 'Accessory at a percentage off'),
    description: texts(
      'Скидка на сопутствующий товар, когда в чеке есть основной.',
      'Чекте негізгі тауар болса, ілеспеге жеңілдік.',
      'A percentage off the accessory when the basket has what it goes with.',
    ),
    parameters: {
      percent: asked.percent('40'),
      categories: asked.categories(['Shoes']),
      accessories: asked.accessories(['Care']),
    },
    define: ({ percent, categories, accessories }) => ({
      condition: { kind: 'LINES', goods: ofCategories(categories), measure: 'COUNT', atLeast: 1 },
      effects: [{ kind: 'PERCENT', goods: ofCategories(accessories), percent }],
    }),
    basket: {
      items: [
        ['boots', 1],
        ['polish', 1],
      ],
    },
    expected: receipt('30900.00', [
      ['boots', '30000.00', '0.00', '1500.00'],
      ['polish', '1500.00', '600.00', '45.00'],
    ]),
  }),
];
