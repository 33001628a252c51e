import { asked, ofBrands, receipt, template, texts } from './make-template';

/** Mechanics that promote brands and goods without touching their price. */
export const promoteByPoints = [
  template<{ cashback: string; brands: readonly string[] }>('brand-cashback', {
    family: 'PROMOTE',
    name: texts('Кешбэк за бренд', 'Бренд үшін кешбэк', 'Cashback for a brand'),
    description: texts(
      'Процент от цены товаров бренда баллами сверх обычных.',
      'Бренд тауарлары бағасының пайызы әдеттегіден тыс ұпаймен.',
      'A percentage of the price of a brand back in points, above the usual ones.',
    ),
    parameters: { cashback: asked.cashback('10'), brands: asked.brands(['Altyn']) },
    define: ({ cashback, brands }) => ({
      effects: [{ kind: 'POINTS_PERCENT', goods: ofBrands(brands), percent: cashback }],
    }),
    basket: {
      items: [
        ['coffee', 1],
        ['milk', 1],
      ],
    },
    expected: receipt('3500.00', [
      ['coffee', '3000.00', '0.00', '450.00'],
      ['milk', '500.00', '0.00', '25.00'],
    ]),
  }),
  template<{ points: string; set: string }>('new-product-points', {
    family: 'PROMOTE',
    name: texts('Баллы за новинку', 'Жаңа тауарға ұпай', 'Points for new products'),
    description: texts(
      'Баллы за каждый товар из подборки.',
      'Жинақтағы әр тауарға ұпай.',
      'Points for every unit of a product set.',
    ),
    parameters: { points: asked.points('100'), set: asked.set('new') },
    define: ({ points, set }) => ({
      effects: [{ kind: 'POINTS_FIXED', goods: { kind: 'SET', in: [set] }, points, every: 1 }],
    }),
    basket: {
      items: [
        ['coffee', 2],
        ['bread', 1],
      ],
    },
    expected: receipt('6200.00', [
      ['coffee', '6000.00', '0.00', '500.00'],
      ['bread', '200.00', '0.00', '10.00'],
    ]),
  }),
  template<{ cashback: string; tender: string }>('tender-cashback', {
    family: 'PROMOTE',
    name: texts('Кешбэк за способ оплаты', 'Төлем түріне кешбэк', 'Cashback by tender'),
    description: texts(
      'Баллы за оплату картой банка-партнёра.',
      'Серіктес банк картасымен төлегенге ұпай.',
      "Points for paying by a partner bank's card.",
    ),
    parameters: { cashback: asked.cashback('3'), tender: asked.tender('PARTNER_CARD') },
    define: ({ cashback, tender }) => ({
      effects: [{ kind: 'POINTS_BY_TENDER', rates: [{ tender, percent: cashback }] }],
    }),
    basket: { items: [['toy', 1]], changes: { tenders: [{ tender: 'PARTNER_CARD', amountMinor: null }] } },
    expected: receipt('4000.00', [['toy', '4000.00', '0.00', '320.00']]),
  }),
];
