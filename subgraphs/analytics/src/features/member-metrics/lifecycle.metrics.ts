import { metricOf, type Amount, type Metric, type Ratio, type SourceName, type Words } from '../metric-language';
import { activeMembers } from '../sales-metrics';

const DAYS = [30, 90, 365] as const;

function activityOf(days: (typeof DAYS)[number]): (Amount | Ratio)[] {
  const source: SourceName = `activity${days}`;
  const level = (key: string, names: Words, descriptions: Words, formula: string, sum: string): Amount => ({
    key,
    unit: 'COUNT',
    names,
    descriptions,
    formula,
    additive: false,
    accumulates: true,
    from: { [source]: () => sum },
  });
  const active = level(
    `active_${days}`,
    [`Активные за ${days} дней`, `${days} күн ішінде белсенділер`, `Active within ${days} days`],
    [
      `Сколько участников на конец периода купило хотя бы раз за последние ${days} дней.`,
      `Кезең соңында соңғы ${days} күнде кемінде бір рет сатып алған қатысушылар.`,
      `How many members, at the end of the period, bought at least once within the last ${days} days.`,
    ],
    `members with a sale within ${days} days`,
    'sum(f.delta)',
  );
  const sleeping = level(
    `sleeping_${days}`,
    [`Спящие больше ${days} дней`, `${days} күннен артық үнсіз қатысушылар`, `Silent for more than ${days} days`],
    [
      `Сколько участников покупало раньше, но не за последние ${days} дней.`,
      `Бұрын сатып алған, бірақ соңғы ${days} күнде алмаған қатысушылар.`,
      `How many members bought before, but not within the last ${days} days.`,
    ],
    `members.bought_ever − members.active_${days}`,
    'sum(f.ever - f.delta)',
  );
  const ever = { ...everOf(source), as: 'members.bought_ever' };
  const share: Ratio = {
    key: `active_share_${days}`,
    unit: 'RATIO',
    names: [
      `Доля активных за ${days} дней`,
      `${days} күн ішінде белсенділер үлесі`,
      `Share active within ${days} days`,
    ],
    descriptions: [
      `Доля активных за ${days} дней среди всех, кто хотя бы раз покупал.`,
      `Кемінде бір рет сатып алғандардың ішіндегі ${days} күнде белсенділер үлесі.`,
      `Share of those active within ${days} days among all who ever bought.`,
    ],
    above: active,
    below: ever,
  };
  return [active, sleeping, share];
}

function everOf(source: SourceName): Amount {
  return {
    key: 'bought_ever',
    unit: 'COUNT',
    names: ['Покупали хотя бы раз', 'Кемінде бір рет сатып алғандар', 'Members who ever bought'],
    descriptions: [
      'Сколько участников сделало хотя бы одну покупку за всё время до конца периода.',
      'Басынан кезең соңына дейін кемінде бір рет сатып алған қатысушылар.',
      'How many members bought at least once from the beginning to the end of the period.',
    ],
    formula: 'number of different members in sales from the beginning',
    additive: false,
    accumulates: true,
    from: { [source]: () => 'sum(f.ever)' },
  };
}

const reach: Ratio = {
  key: 'active_members',
  unit: 'RATIO',
  names: [
    'Доля активных среди участников',
    'Қатысушылар ішіндегі белсенділер үлесі',
    'Share of members who are active',
  ],
  descriptions: [
    'Активные за 90 дней среди всех, кто вступил в программу.',
    'Бағдарламаға қосылғандардың ішінде 90 күнде белсенділердің үлесі.',
    'Members active within 90 days among all who joined.',
  ],
  above: { ...everOf('activity90'), as: 'members.active_90', from: { activity90: () => 'sum(f.delta)' } },
  below: { ...everOf('activity90'), as: 'members.registered', from: { activity90: () => 'sum(f.joined)' } },
};

type Turn = 'NEW' | 'STABLE' | 'RETURNED' | 'CHURNED';
const BUCKETS = ['DAY', 'WEEK', 'MONTH'] as const;
const turn = (key: string, kind: Turn, names: Words, descriptions: Words): Amount => ({
  key,
  unit: 'COUNT',
  names,
  descriptions,
  formula: `members that are ${kind.toLowerCase()}, from one period to the next`,
  additive: false,
  from: { turnover: () => `countIf(f.kind = '${kind}')` },
  grains: BUCKETS,
});

export const newBuyers = turn(
  'new_buyers',
  'NEW',
  ['Новые покупатели', 'Жаңа сатып алушылар', 'New buyers'],
  [
    'Кто в этом периоде купил впервые в жизни.',
    'Осы кезеңде өмірінде алғаш сатып алғандар.',
    'Who bought for the first time ever in the period.',
  ],
);
const stable = turn(
  'stable',
  'STABLE',
  ['Стабильные покупатели', 'Тұрақты сатып алушылар', 'Stable buyers'],
  [
    'Кто покупал и в этом периоде, и в предыдущем такой же длины.',
    'Осы кезеңде де, ұзақтығы сондай алдыңғысында да сатып алғандар.',
    'Who bought both in the period and in the one before it, of the same length.',
  ],
);
const returned = turn(
  'returned',
  'RETURNED',
  ['Вернувшиеся покупатели', 'Қайта оралған сатып алушылар', 'Buyers who came back'],
  [
    'Кто купил в этом периоде, не в предыдущем, но раньше.',
    'Алдыңғы кезеңде емес, одан бұрын алып, осы кезеңде сатып алғандар.',
    'Who bought in the period, not in the one before it, but earlier.',
  ],
);
const churned = turn(
  'churned',
  'CHURNED',
  ['Отток покупателей', 'Кеткен сатып алушылар', 'Churned buyers'],
  [
    'Кто купил в предыдущем периоде, но не в этом.',
    'Алдыңғы кезеңде алып, осы кезеңде алмағандар.',
    'Who bought in the period before, but not in this one.',
  ],
);
const cameTo = (key: string, names: Words, above: Amount, below: Amount): Ratio => ({
  key,
  unit: 'RATIO',
  names,
  descriptions: [
    `Показатель «${above.names[0]}», делённый на показатель «${below.names[0]}». Если делить не на что, значения нет.`,
    `«${above.names[1]}» көрсеткішінің «${below.names[1]}» көрсеткішіне қатынасы. Бөлетін ештеңе болмаса, мән жоқ.`,
    `${above.names[2]} divided by ${below.names[2].toLowerCase()}; no value when there are none.`,
  ],
  above,
  below,
});

const before: Amount = {
  ...stable,
  key: 'active_before',
  names: ['Покупатели прошлого периода', 'Алдыңғы кезеңнің сатып алушылары', 'Buyers of the period before'],
  descriptions: [
    'Кто купил в предыдущем периоде такой же длины.',
    'Ұзақтығы сондай алдыңғы кезеңде сатып алғандар.',
    'Who bought in the period before, of the same length.',
  ],
  formula: 'members.stable + members.churned',
  from: { turnover: () => "countIf(f.kind IN ('STABLE', 'CHURNED'))" },
};

const turnover: readonly (Amount | Ratio)[] = [
  newBuyers,
  stable,
  returned,
  churned,
  before,
  cameTo('churn_rate', ['Доля оттока', 'Кеткендер үлесі', 'Churn rate'], churned, before),
  cameTo('retention', ['Удержание', 'Ұстап қалу', 'Retention'], stable, before),
  cameTo('churn_to_new', ['Отток к новым', 'Кеткендердің жаңаларға қатынасы', 'Churn to new'], churned, newBuyers),
  cameTo(
    'churn_to_stable',
    ['Отток к стабильным', 'Кеткендердің тұрақтыларға қатынасы', 'Churn to stable'],
    churned,
    stable,
  ),
  cameTo(
    'returned_to_churned',
    ['Вернувшиеся к оттоку', 'Оралғандардың кеткендерге қатынасы', 'Came back to churned'],
    returned,
    churned,
  ),
];

/** Who buys, still buys, and no longer buys. */
export const lifecycleMetrics: readonly Metric[] = [
  activeMembers,
  metricOf('members', everOf('activity90')),
  ...DAYS.flatMap(activityOf).map((base) => metricOf('members', base)),
  metricOf('penetration', reach),
  ...turnover.map((base) => metricOf('members', base)),
];
