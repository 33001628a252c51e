import { distinct, receiptsOf, RETURN, SALE, summed, type Amount } from '../metric-language';

/** The same count over receipts and over lines. */
const everywhere = (value: string, only: string): Amount['from'] => ({
  receipts: distinct(value, only),
  lines: distinct(value, only),
});
const ofReceipts = (value: string, only: string): Amount['from'] => ({ receipts: distinct(value, only) });
const ofLines = (value: string, only: string): Amount['from'] => ({ lines: distinct(value, only) });

const VISIT = "concat(toString(f.member_id), ' ', f.store_id, ' ', toString(f.business_day))";
const STORE_DAY = "concat(f.store_id, ' ', toString(f.business_day))";

/** Who bought, where and on which days: counted once each, so parts do not add up. */
export const salesCounts = {
  buyers: {
    key: 'buyers',
    as: 'members.active',
    unit: 'COUNT',
    names: ['Активные участники', 'Белсенді қатысушылар', 'Active members'],
    descriptions: [
      'Сколько разных участников купило хотя бы раз за период; покупка, которую вернули, тоже считается.',
      'Кезең ішінде кемінде бір рет сатып алған әртүрлі қатысушылар; қайтарылған сатып алу да саналады.',
      'How many different members bought at least once in the period; a purchase that came back counts too.',
    ],
    formula: 'number of different members in sales',
    additive: false,
    from: { ...everywhere('f.member_id', `${SALE} AND f.identified`), buyers: () => 'sum(f.buyers)' },
    hides: ['identified'],
  },
  visits: {
    key: 'visits',
    unit: 'COUNT',
    names: ['Визиты', 'Келулер', 'Visits'],
    descriptions: [
      'Сколько раз участники приходили: разные сочетания участника, магазина и дня в чеках продаж.',
      'Қатысушылар неше рет келді: сату чектеріндегі қатысушы, дүкен және күннің әртүрлі тіркесі.',
      'How often members came: different combinations of member, store and day in sales.',
    ],
    formula: 'number of different member, store, day in sales',
    additive: false,
    from: everywhere(VISIT, `${SALE} AND f.identified`),
    hides: ['identified'],
  },
  stores: {
    key: 'stores',
    unit: 'COUNT',
    names: ['Магазины с продажами', 'Сатуы бар дүкендер', 'Stores that sold'],
    descriptions: [
      'В скольких разных магазинах были чеки продаж.',
      'Неше әртүрлі дүкенде сату чектері болды.',
      'How many different stores had sales.',
    ],
    formula: 'number of different stores in sales',
    additive: false,
    from: {
      salesByHour: distinct('f.store_id', SALE),
      salesBySku: distinct('f.store_id', SALE),
      ...everywhere('f.store_id', SALE),
    },
  },
  storeDays: {
    key: 'store_days',
    unit: 'COUNT',
    names: ['Дни работы магазинов', 'Дүкендердің жұмыс күндері', 'Store days'],
    descriptions: [
      'Сколько было разных сочетаний магазина и дня с чеками продаж.',
      'Сату чектері бар дүкен мен күннің әртүрлі тіркесі қанша болды.',
      'Different combinations of store and day with sales.',
    ],
    formula: 'number of different store, day in sales',
    additive: false,
    from: {
      salesByHour: distinct(STORE_DAY, SALE),
      salesBySku: distinct(STORE_DAY, SALE),
      ...everywhere(STORE_DAY, SALE),
    },
  },
  returned: {
    key: 'returns',
    unit: 'MONEY',
    names: ['Сумма возвратов', 'Қайтарым сомасы', 'Returned sum'],
    descriptions: [
      'Сколько денег вернули покупателям, по дню возврата.',
      'Сатып алушыларға қайтарылған ақша, қайтарым күні бойынша.',
      'Money given back to customers, on the day of the return.',
    ],
    formula: 'sum of payable over returns, as a positive sum',
    additive: true,
    from: summed({ receipts: '-f.payable_minor', lines: '-f.amount_minor' }, RETURN),
  },
  returnReceipts: {
    key: 'return_receipts',
    unit: 'COUNT',
    names: ['Чеки возврата', 'Қайтарым чектері', 'Return receipts'],
    descriptions: ['Число чеков возврата.', 'Қайтарым чектерінің саны.', 'Number of return receipts.'],
    formula: 'number of returns',
    additive: true,
    from: receiptsOf(RETURN),
    isOfReceipts: true,
  },
  returnedUnits: {
    key: 'returned_units',
    unit: 'QUANTITY',
    names: ['Возвращено единиц', 'Қайтарылған бірлік', 'Units returned'],
    descriptions: [
      'Количество возвращённых товаров, в единицах учёта.',
      'Қайтарылған тауар саны, есеп бірлігімен.',
      'Quantity of goods that came back, in units of measure.',
    ],
    formula: 'sum of quantity over returns, as a positive sum',
    additive: true,
    from: summed({ receipts: '-f.quantity_milli', lines: '-f.quantity_milli' }, RETURN),
  },
  skus: {
    key: 'skus',
    unit: 'COUNT',
    names: ['Проданные артикулы', 'Сатылған артикулдар', 'SKUs sold'],
    descriptions: [
      'Сколько разных товаров было в чеках продаж.',
      'Сату чектерінде неше әртүрлі тауар болды.',
      'How many different products were in sales.',
    ],
    formula: 'number of different SKUs in sales',
    additive: false,
    from: ofLines('f.sku', SALE),
  },
  brands: {
    key: 'brands',
    unit: 'COUNT',
    names: ['Проданные бренды', 'Сатылған брендтер', 'Brands sold'],
    descriptions: [
      'Товары скольких разных брендов были в чеках продаж; товары без бренда не считаются.',
      'Сату чектерінде неше әртүрлі брендтің тауары болды; брендсіз тауар саналмайды.',
      'Of how many different brands goods were sold; goods without a brand are not counted.',
    ],
    formula: 'number of different brands in sales',
    additive: false,
    from: ofLines('f.brand', `${SALE} AND f.brand <> ''`),
    hides: ['brand'],
  },
  categories: {
    key: 'categories',
    unit: 'COUNT',
    names: ['Проданные категории', 'Сатылған санаттар', 'Categories sold'],
    descriptions: [
      'Товары скольких разных категорий нижнего уровня были в чеках продаж.',
      'Сату чектерінде ең төменгі деңгейдегі неше әртүрлі санаттың тауары болды.',
      'Of how many different categories of the lowest level goods were sold.',
    ],
    formula: 'number of different categories in sales',
    additive: false,
    from: ofLines('f.category_path', `${SALE} AND f.category_path <> ''`),
    hides: ['category'],
  },
  cashiers: {
    key: 'cashiers',
    unit: 'COUNT',
    names: ['Работавшие кассиры', 'Жұмыс істеген кассирлер', 'Cashiers at work'],
    descriptions: [
      'Сколько разных кассиров пробило хотя бы один чек продажи.',
      'Неше әртүрлі кассир кемінде бір сату чегін ұрды.',
      'How many different cashiers rang up at least one sale.',
    ],
    formula: 'number of different cashiers in sales',
    additive: false,
    from: ofReceipts('f.cashier_id', `${SALE} AND f.cashier_id <> ''`),
  },
  tills: {
    key: 'tills',
    unit: 'COUNT',
    names: ['Работавшие кассы', 'Жұмыс істеген кассалар', 'Tills at work'],
    descriptions: [
      'На скольких разных кассах был хотя бы один чек продажи.',
      'Неше әртүрлі кассада кемінде бір сату чегі болды.',
      'On how many different tills there was at least one sale.',
    ],
    formula: 'number of different store, till in sales',
    additive: false,
    from: ofReceipts("concat(f.store_id, ' ', f.till_id)", `${SALE} AND f.till_id <> ''`),
  },
  returners: {
    key: 'returners',
    unit: 'COUNT',
    names: ['Участники с возвратами', 'Қайтарым жасаған қатысушылар', 'Members who returned goods'],
    descriptions: [
      'Сколько разных участников что-нибудь вернуло.',
      'Неше әртүрлі қатысушы бірдеңе қайтарды.',
      'How many different members gave something back.',
    ],
    formula: 'number of different members in returns',
    additive: false,
    from: everywhere('f.member_id', `${RETURN} AND f.identified`),
    hides: ['identified'],
  },
} as const satisfies Record<string, Amount>;
