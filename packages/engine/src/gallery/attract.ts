import { daysAgo } from './golden-basket';
import { asked, ofCategories, receipt, template, texts } from './make-template';

/** Mechanics that bring new people and new visits. */
export const attract = [
  template<{ percent: string }>('first-purchase', {
    family: 'ATTRACT',
    name: texts('Скидка на первую покупку', 'Бірінші сатып алуға жеңілдік', 'First purchase'),
    description: texts(
      'Скидка на весь первый чек нового участника.',
      'Жаңа қатысушының бірінші чегіне жеңілдік.',
      "A percentage off the whole of a new member's first receipt.",
    ),
    parameters: { percent: asked.percent('10') },
    define: ({ percent }) => ({ condition: { kind: 'FIRST_PURCHASE' }, effects: [{ kind: 'PERCENT', percent }] }),
    basket: {
      items: [
        ['milk', 2],
        ['coffee', 1],
      ],
      changes: { member: { purchaseCount: 0, lastPurchaseAt: null } },
    },
    expected: receipt('3600.00', [
      ['milk', '1000.00', '100.00', '45.00'],
      ['coffee', '3000.00', '300.00', '135.00'],
    ]),
  }),
  template<{ points: string; days: number; lifetime: number }>('welcome-points', {
    family: 'ATTRACT',
    name: texts('Приветственные баллы', 'Қарсы алу ұпайы', 'Welcome points'),
    description: texts(
      'Баллы за покупку в первые дни после регистрации, со своим сроком.',
      'Тіркелгеннен кейінгі алғашқы күндердегі сатып алуға ұпай.',
      'Points for a purchase in the first days after joining, with a life of their own.',
    ),
    parameters: { points: asked.points('500'), days: asked.days(14), lifetime: asked.lifetime(30) },
    define: ({ points, days, lifetime }) => ({
      condition: { kind: 'REGISTERED', withinDays: days },
      effects: [{ kind: 'POINTS_FIXED', points, activationDays: 0, lifetimeDays: lifetime }],
    }),
    basket: { items: [['cheese', 1]], changes: { member: { registeredAt: daysAgo(3) } } },
    expected: receipt('2000.00', [['cheese', '2000.00', '0.00', '600.00']]),
  }),
  template<{ percent: string; from: string; until: string; stores: readonly string[] }>('happy-hours', {
    family: 'ATTRACT',
    name: texts('Счастливые часы', 'Бақытты сағаттар', 'Happy hours'),
    description: texts(
      'Скидка в выбранные часы в выбранных магазинах.',
      'Таңдалған дүкендерде таңдалған сағаттарда жеңілдік.',
      'A percentage off at certain hours in certain stores.',
    ),
    parameters: {
      percent: asked.percent('15'),
      from: asked.from('14:00'),
      until: asked.until('17:00'),
      stores: asked.stores(['ALM-1']),
    },
    define: ({ percent, from, until, stores }) => ({
      schedule: { hours: [{ from, until }] },
      condition: { kind: 'STORE', storeIds: stores },
      effects: [{ kind: 'PERCENT', percent }],
    }),
    basket: {
      items: [
        ['bread', 3],
        ['milk', 1],
      ],
    },
    expected: receipt('935.00', [
      ['bread', '600.00', '90.00', '25.50'],
      ['milk', '500.00', '75.00', '21.25'],
    ]),
  }),
  template<{ percent: string; days: number }>('birthday', {
    family: 'ATTRACT',
    name: texts('Скидка в день рождения', 'Туған күнге жеңілдік', 'Birthday'),
    description: texts(
      'Скидка на весь чек за несколько дней до и после дня рождения.',
      'Туған күнге дейін және одан кейін бірнеше күн бүкіл чекке жеңілдік.',
      'A percentage off everything some days before and after the birthday.',
    ),
    parameters: { percent: asked.percent('20'), days: asked.days(3) },
    define: ({ percent, days }) => ({
      condition: { kind: 'BIRTHDAY', daysBefore: days, daysAfter: days },
      effects: [{ kind: 'PERCENT', percent }],
    }),
    basket: { items: [['sneakers', 1]], changes: { member: { birthDate: '1990-11-24' } } },
    expected: receipt('16000.00', [['sneakers', '20000.00', '4000.00', '800.00']]),
  }),
  template<{ percent: string; days: number; ageTo: number; categories: readonly string[] }>('child-birthday', {
    family: 'ATTRACT',
    name: texts('День рождения ребёнка', 'Баланың туған күні', "Child's birthday"),
    description: texts(
      'Скидка на детские товары, когда у ребёнка участника день рождения.',
      'Қатысушы баласының туған күнінде балалар тауарларына жеңілдік.',
      "A percentage off goods for children around the birthday of a member's child.",
    ),
    parameters: {
      percent: asked.percent('25'),
      days: asked.days(7),
      ageTo: asked.ageTo(12),
      categories: asked.categories(['Kids']),
    },
    define: ({ percent, days, ageTo, categories }) => ({
      condition: { kind: 'CHILD', ageFrom: 0, ageTo, birthdayWithin: days },
      effects: [{ kind: 'PERCENT', goods: ofCategories(categories), percent }],
    }),
    basket: {
      items: [
        ['toy', 1],
        ['bread', 1],
      ],
      changes: { member: { children: [{ gender: null, birthDate: '2020-11-25' }] } },
    },
    expected: receipt('3200.00', [
      ['toy', '4000.00', '1000.00', '150.00'],
      ['bread', '200.00', '0.00', '10.00'],
    ]),
  }),
  template<{ factor: string }>('app-only', {
    family: 'ATTRACT',
    name: texts('Больше баллов в приложении', 'Қосымшада көбірек ұпай', 'More points in the app'),
    description: texts(
      'Множитель баллов за покупки в приложении.',
      'Қосымшадағы сатып алуларға ұпай көбейткіші.',
      'Points are multiplied for purchases in the app.',
    ),
    parameters: { factor: asked.factor('2') },
    define: ({ factor }) => ({
      condition: { kind: 'CHANNEL', in: ['APP'] },
      effects: [{ kind: 'POINTS_MULTIPLIER', factor }],
    }),
    basket: { items: [['shampoo', 2]], changes: { channel: 'APP' } },
    expected: receipt('2400.00', [['shampoo', '2400.00', '0.00', '240.00']]),
  }),
  template<{ percent: string; pool: string }>('coupon-welcome', {
    family: 'ATTRACT',
    name: texts('Купон на скидку', 'Жеңілдік купоны', 'Coupon'),
    description: texts(
      'Скидка предъявителю купона из пула.',
      'Пулдағы купонды көрсеткенге жеңілдік.',
      'A percentage off for whoever shows a coupon of the pool.',
    ),
    parameters: { percent: asked.percent('10'), pool: asked.pool('WELCOME') },
    define: ({ percent, pool }) => ({
      condition: { kind: 'COUPON', poolId: pool },
      effects: [{ kind: 'PERCENT', percent }],
    }),
    basket: { items: [['boots', 1]], changes: { member: null, coupons: [{ code: 'HELLO', poolId: 'WELCOME' }] } },
    expected: receipt('27000.00', [['boots', '30000.00', '3000.00', '0.00']]),
  }),
  template<{ percent: string; days: number }>('holiday', {
    family: 'ATTRACT',
    name: texts('К празднику', 'Мерекеге', 'Before a holiday'),
    description: texts(
      'Скидка в дни перед праздником по календарю.',
      'Күнтізбедегі мереке алдындағы күндері жеңілдік.',
      'A percentage off in the days before any holiday of the calendar.',
    ),
    parameters: { percent: asked.percent('7'), days: asked.days(3) },
    define: ({ percent, days }) => ({
      condition: { kind: 'HOLIDAY', daysBefore: days },
      effects: [{ kind: 'PERCENT', percent }],
    }),
    basket: { items: [['coffee', 2]], changes: { holidays: [{ name: 'Holiday', date: '2026-11-24' }] } },
    expected: receipt('5580.00', [['coffee', '6000.00', '420.00', '279.00']]),
  }),
];
