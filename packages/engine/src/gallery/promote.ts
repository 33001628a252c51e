import { asked, ofBrands, ofCategories, ofSkus, receipt, template, texts } from './make-template';

/** Mechanics that promote brands and goods. */
export const promote = [
  template<{ percent: string; categories: readonly string[] }>('category-percent', {
    family: 'PROMOTE',
    name: texts('Скидка на категорию', 'Санатқа жеңілдік', 'Category at a percentage off'),
    description: texts(
      'Скидка на категории товаров.',
      'Тауар санаттарына жеңілдік.',
      'A percentage off categories of goods.',
    ),
    parameters: { percent: asked.percent('10'), categories: asked.categories(['Food > Dairy']) },
    define: ({ percent, categories }) => ({ effects: [{ kind: 'PERCENT', goods: ofCategories(categories), percent }] }),
    basket: {
      items: [
        ['milk', 2],
        ['bread', 1],
      ],
    },
    expected: receipt('1100.00', [
      ['milk', '1000.00', '100.00', '45.00'],
      ['bread', '200.00', '0.00', '10.00'],
    ]),
  }),
  template<{ percent: string; brands: readonly string[] }>('brand-percent', {
    family: 'PROMOTE',
    name: texts('Скидка на бренд', 'Брендке жеңілдік', 'Brand at a percentage off'),
    description: texts(
      'Скидка на товары бренда.',
      'Бренд тауарларына жеңілдік.',
      'A percentage off the goods of a brand.',
    ),
    parameters: { percent: asked.percent('15'), brands: asked.brands(['Qadam']) },
    define: ({ percent, brands }) => ({ effects: [{ kind: 'PERCENT', goods: ofBrands(brands), percent }] }),
    basket: {
      items: [
        ['boots', 1],
        ['polish', 1],
      ],
    },
    expected: receipt('27000.00', [
      ['boots', '30000.00', '4500.00', '1275.00'],
      ['polish', '1500.00', '0.00', '75.00'],
    ]),
  }),
  template<{ price: string; skus: readonly string[] }>('fixed-price', {
    family: 'PROMOTE',
    name: texts('Специальная цена', 'Арнайы баға', 'Special price'),
    description: texts(
      'Новая цена на выбранные товары.',
      'Таңдалған тауарларға жаңа баға.',
      'A new price for certain goods.',
    ),
    parameters: { price: asked.price('399'), skus: asked.skus(['milk']) },
    define: ({ price, skus }) => ({ effects: [{ kind: 'FIXED_PRICE', goods: ofSkus(skus), price }] }),
    basket: {
      items: [
        ['milk', 3],
        ['bread', 1],
      ],
    },
    expected: receipt('1397.00', [
      ['milk', '1500.00', '303.00', '59.85'],
      ['bread', '200.00', '0.00', '10.00'],
    ]),
  }),
  template<{ take: number; pay: number; brands: readonly string[] }>('n-for-m', {
    family: 'PROMOTE',
    name: texts('3 по цене 2', '2 бағасына 3', 'Three for two'),
    description: texts(
      'Несколько одинаковых товаров по цене меньшего числа.',
      'Бірдей бірнеше тауар аз санның бағасына.',
      'Several units of one product for the price of fewer.',
    ),
    parameters: { take: asked.units(3), pay: asked.units(2), brands: asked.brands(['Saf']) },
    define: ({ take, pay, brands }) => ({ effects: [{ kind: 'N_FOR_M', goods: ofBrands(brands), take, pay }] }),
    basket: { items: [['shampoo', 4]] },
    expected: receipt('3600.00', [['shampoo', '4800.00', '1200.00', '180.00']]),
  }),
  template<{ percent: string; categories: readonly string[] }>('second-pair', {
    family: 'PROMOTE',
    name: texts('Вторая пара со скидкой', 'Екінші жұп жеңілдікпен', 'Second pair at a percentage off'),
    description: texts(
      'Из каждых двух пар более дешёвая со скидкой.',
      'Әр екі жұптың арзаны жеңілдікпен.',
      'Of every two pairs the cheaper one at a percentage off.',
    ),
    parameters: { percent: asked.percent('50'), categories: asked.categories(['Shoes']) },
    define: ({ percent, categories }) => ({
      effects: [{ kind: 'NTH_AT_PERCENT', goods: ofCategories(categories), n: 2, percent }],
    }),
    basket: {
      items: [
        ['boots', 1],
        ['sneakers', 1],
      ],
    },
    expected: receipt('40000.00', [
      ['boots', '30000.00', '0.00', '1500.00'],
      ['sneakers', '20000.00', '10000.00', '500.00'],
    ]),
  }),
  template<{ price: string; first: readonly string[]; second: readonly string[] }>('bundle-price', {
    family: 'PROMOTE',
    name: texts('Комплект за одну цену', 'Жиынтық бір бағамен', 'Bundle at a price'),
    description: texts(
      'Два товара вместе за одну цену, сколько раз сложится комплект.',
      'Екі тауар бірге бір бағамен.',
      'Two goods together at one price, as often as the basket holds them.',
    ),
    parameters: { price: asked.price('3000'), first: asked.skus(['coffee']), second: asked.skus(['milk']) },
    define: ({ price, first, second }) => ({
      effects: [
        {
          kind: 'BUNDLE_PRICE',
          parts: [
            { goods: ofSkus(first), quantity: 1 },
            { goods: ofSkus(second), quantity: 1 },
          ],
          price,
        },
      ],
    }),
    basket: {
      items: [
        ['coffee', 1],
        ['milk', 2],
      ],
    },
    expected: receipt('3500.00', [
      ['coffee', '3000.00', '428.57', '128.57'],
      ['milk', '1000.00', '71.43', '46.43'],
    ]),
  }),
  template<{ percent: string; categories: readonly string[]; accessories: readonly string[] }>('set-percent', {
    family: 'PROMOTE',
    name: texts('Скидка на комплект', 'Жиынтыққа жеңілдік', 'Set at a percentage off'),
    description: texts(
      'Скидка, когда основной товар и сопутствующий куплены вместе.',
      'Негізгі және ілеспе тауар бірге алынса жеңілдік.',
      'A percentage off when the goods and their accessory are bought together.',
    ),
    parameters: {
      percent: asked.percent('20'),
      categories: asked.categories(['Shoes']),
      accessories: asked.accessories(['Care']),
    },
    define: ({ percent, categories, accessories }) => ({
      effects: [
        {
          kind: 'SET_PERCENT',
          parts: [
            { goods: ofCategories(categories), quantity: 1 },
            { goods: ofCategories(accessories), quantity: 1 },
          ],
          percent,
        },
      ],
    }),
    basket: {
      items: [
        ['sneakers', 1],
        ['polish', 1],
        ['bread', 1],
      ],
    },
    expected: receipt('17400.00', [
      ['sneakers', '20000.00', '4000.00', '800.00'],
      ['polish', '1500.00', '300.00', '60.00'],
      ['bread', '200.00', '0.00', '10.00'],
    ]),
  }),
  template<{
    percent: string;
    ageFrom: number;
    ageTo: number;
    cities: readonly string[];
    categories: readonly string[];
  }>('women-shoes', {
    family: 'PROMOTE',
    name: texts('Для своей аудитории', 'Өз аудиториясына', 'For an audience'),
    description: texts(
      'Скидка на категорию женщинам выбранного возраста и города.',
      'Таңдалған жас пен қаладағы әйелдерге санатқа жеңілдік.',
      'A percentage off a category for women of an age and a city.',
    ),
    parameters: {
      percent: asked.percent('15'),
      ageFrom: asked.ageFrom(25),
      ageTo: asked.ageTo(40),
      cities: asked.cities(['Almaty']),
      categories: asked.categories(['Shoes']),
    },
    define: ({ percent, ageFrom, ageTo, cities, categories }) => ({
      condition: {
        kind: 'ALL',
        of: [
          { kind: 'GENDER', gender: 'FEMALE' },
          { kind: 'AGE', from: ageFrom, to: ageTo },
          { kind: 'CITY', in: cities },
        ],
      },
      effects: [{ kind: 'PERCENT', goods: ofCategories(categories), percent }],
    }),
    basket: { items: [['boots', 1]] },
    expected: receipt('25500.00', [['boots', '30000.00', '4500.00', '1275.00']]),
  }),
];
