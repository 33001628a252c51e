import { ratio, texts } from '../reports';
import type { Texts } from '../metrics';
import type { Period } from './flow.report';

export const FLOW_NAMES = {
  identity: texts('Баланс активных', 'Белсенділер балансы', 'Balance of active members'),
  active: texts('Активные', 'Белсенділер', 'Active'),
  composed: texts(
    'Активные прежде − отток + новые + вернувшиеся',
    'Бұрынғы белсенділер − кеткендер + жаңалар + қайтқандар',
    'Active before − churned + new + returned',
  ),
};

const count = (key: string, names: Texts, descriptions: Texts) => ({
  key,
  names,
  descriptions,
  unit: 'COUNT' as const,
});

const COUNTS = [
  count(
    'before',
    texts('Активные прежде', 'Бұрынғы белсенділер', 'Active before'),
    texts('Купили в предыдущем отрезке.', 'Алдыңғы аралықта сатып алғандар.', 'Bought in the part before.'),
  ),
  count(
    'active',
    FLOW_NAMES.active,
    texts('Купили в этом отрезке.', 'Осы аралықта сатып алғандар.', 'Bought in this part of the period.'),
  ),
  count(
    'stable',
    texts('Стабильные', 'Тұрақтылар', 'Stable'),
    texts(
      'Купили и в этом, и в предыдущем.',
      'Осында да, алдыңғыда да сатып алғандар.',
      'Bought in this part and in the one before.',
    ),
  ),
  count(
    'churned',
    texts('Отток', 'Кеткендер', 'Churned'),
    texts(
      'Купили в предыдущем, но не в этом.',
      'Алдыңғыда алып, мұнда алмағандар.',
      'Bought in the part before and not in this one.',
    ),
  ),
  count(
    'new',
    texts('Новые', 'Жаңалар', 'New'),
    texts(
      'Первая покупка — в этом отрезке.',
      'Алғашқы сатып алуы — осы аралықта.',
      'Bought for the first time in this part.',
    ),
  ),
  count(
    'returned',
    texts('Вернувшиеся', 'Қайтқандар', 'Returned'),
    texts(
      'Купили снова, пропустив предыдущий отрезок.',
      'Алдыңғы аралықты өткізіп, қайта сатып алғандар.',
      'Bought again after leaving out the part before.',
    ),
  ),
];

const CHURN_TO_NEW = {
  key: 'churnToNew',
  names: texts('Отток к новым', 'Кеткендер / жаңалар', 'Churned to new'),
  descriptions: texts(
    'Сколько ушло на одного нового; без новых не определено.',
    'Бір жаңаға қанша кеткен; жаңасыз анықталмайды.',
    'How many went for each new one; undefined without new ones.',
  ),
  unit: 'NUMBER' as const,
};
const CHURN_TO_STABLE = {
  key: 'churnToStable',
  names: texts('Отток к стабильным', 'Кеткендер / тұрақтылар', 'Churned to stable'),
  descriptions: texts(
    'Сколько ушло на одного стабильного.',
    'Бір тұрақтыға қанша кеткен.',
    'How many went for each stable one.',
  ),
  unit: 'NUMBER' as const,
};

const BUCKET = texts('Отрезок', 'Аралық', 'Part of the period');
export const flowColumns = (unit: 'WEEK' | 'MONTH') => ({
  by: [{ key: 'bucket', names: BUCKET, descriptions: BUCKET, unit }],
  values: [...COUNTS, CHURN_TO_NEW, CHURN_TO_STABLE],
});

const share = ({ members, all }: { members: number; all: number }): number | null => ratio(members, all);

/** The cards, and how each follows from what was counted. */
export const FLOW_RATIOS = [
  ...COUNTS.filter(({ key }) => key !== 'before').map((named) => ({
    ...named,
    of: (period: Period): number | null => period[named.key as 'active'],
  })),
  { ...CHURN_TO_NEW, of: ({ churned, new: fresh }: Period) => ratio(churned, fresh) },
  { ...CHURN_TO_STABLE, of: ({ churned, stable }: Period) => ratio(churned, stable) },
  {
    key: 'frequency',
    names: texts('Частота', 'Жиілік', 'Frequency'),
    descriptions: texts(
      'Покупок на активного участника.',
      'Бір белсенді мүшеге келетін сатып алу.',
      'Purchases for each active member.',
    ),
    unit: 'NUMBER' as const,
    of: ({ purchases, active }: Period) => ratio(purchases, active),
  },
  {
    key: 'itemsPerReceipt',
    names: texts('Длина чека', 'Чек ұзындығы', 'Items a receipt'),
    descriptions: texts('Единиц товара на покупку.', 'Бір сатып алудағы тауар саны.', 'Items for each purchase.'),
    unit: 'NUMBER' as const,
    of: ({ items, purchases }: Period) => ratio(items, purchases),
  },
  {
    key: 'receiptsShare',
    names: texts('Доля чеков участников', 'Мүшелер чектерінің үлесі', 'Share of receipts'),
    descriptions: texts(
      'Чеки продаж участников среди всех чеков продаж.',
      'Барлық сату чегінің ішіндегі мүшелер чегі.',
      'Sales receipts of members among all sales receipts.',
    ),
    unit: 'RATIO' as const,
    of: ({ receipts }: Period) => receipts && share(receipts),
  },
  {
    key: 'revenueShare',
    names: texts('Доля выручки участников', 'Мүшелер түсімінің үлесі', 'Share of revenue'),
    descriptions: texts(
      'Выручка участников во всей выручке.',
      'Бүкіл түсімдегі мүшелер түсімі.',
      'Revenue of members in all revenue.',
    ),
    unit: 'RATIO' as const,
    of: ({ revenue }: Period) => revenue && share(revenue),
  },
  {
    key: 'sharesRatio',
    names: texts('Доля чеков к доле выручки', 'Чек үлесі / түсім үлесі', 'Share of receipts to share of revenue'),
    descriptions: texts(
      'Ниже единицы: чеки участников крупнее остальных.',
      'Бірден төмен болса, мүшелердің чегі басқалардан ірі.',
      'Below one: receipts of members are larger than the others.',
    ),
    unit: 'NUMBER' as const,
    of: ({ receipts, revenue }: Period) => {
      const [ofReceipts, ofRevenue] = [receipts && share(receipts), revenue && share(revenue)];
      return ofReceipts === null || ofRevenue === null ? null : ratio(ofReceipts, ofRevenue);
    },
  },
];
