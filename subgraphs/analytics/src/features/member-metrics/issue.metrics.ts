import { ISSUE_DAYS, metricOf, type Amount, type Metric, type Words } from '../metric-language';
import { issued } from './points.amounts';
import { amountOf, ratioOf, type Family } from './share';

const ISSUES: Family = { group: 'points', source: 'issues', additive: true };
const FIRST_IN: Words = [
  'Списания и сгорание относятся к тому, что начислено раньше.',
  'Жұмсалу мен күю бұрын есептелгенге жатқызылады.',
  'What is spent or expires is taken from what was issued first.',
];

const ofIssue = (key: string, names: Words, [ru, kk, en]: Words, formula: string, column: string): Amount =>
  amountOf(
    ISSUES,
    {
      key,
      names,
      descriptions: [
        `Из баллов, начисленных в этом периоде, ${ru} к сегодняшнему дню. ${FIRST_IN[0]}`,
        `Осы кезеңде есептелген ұпайдың бүгінге дейін ${kk}. ${FIRST_IN[1]}`,
        `Of the points issued in the period, ${en} by today. ${FIRST_IN[2]}`,
      ],
      formula,
      sql: `sum(${column})`,
    },
    'POINTS',
  );

const redeemed = ofIssue(
  'issue_redeemed',
  ['Списано из начисленного', 'Есептелгеннен жұмсалған ұпай', 'Redeemed of what was issued'],
  ['сколько списано', 'жұмсалғаны', 'how many were redeemed'],
  'points of the issue spent so far',
  'f.redeemed',
);
const expired = ofIssue(
  'issue_expired',
  ['Сгорело из начисленного', 'Есептелгеннен күйген ұпай', 'Expired of what was issued'],
  ['сколько сгорело', 'күйіп кеткені', 'how many expired'],
  'points of the issue expired so far',
  'f.expired',
);
const left = ofIssue(
  'issue_left',
  ['Осталось из начисленного', 'Есептелгеннен қалған ұпай', 'Left of what was issued'],
  ['сколько осталось на счетах', 'шоттарда қалғаны', 'how many are still on accounts'],
  'points of the issue that nothing took so far',
  'f.issued - f.taken',
);
const all: Amount = { ...issued, from: { issues: () => 'sum(f.issued)' } };

const share = (part: Amount, key: string, names: Words): Metric =>
  ratioOf(
    ISSUES,
    key,
    'RATIO',
    {
      names,
      descriptions: [
        `Показатель «${part.names[0]}», делённый на баллы, начисленные в этом периоде. ${FIRST_IN[0]}`,
        `«${part.names[1]}» көрсеткішінің осы кезеңде есептелген ұпайға қатынасы. ${FIRST_IN[1]}`,
        `${part.names[2]} divided by the points issued in the period. ${FIRST_IN[2]}`,
      ],
    },
    [part, all],
  );

const within = ISSUE_DAYS.map((days) =>
  ratioOf(
    ISSUES,
    `issue_redemption_${days}`,
    'RATIO',
    {
      names: [
        `Списание начисленного за ${days} дней`,
        `Есептелгеннің ${days} күн ішіндегі жұмсалуы`,
        `Redemption of what was issued within ${days} days`,
      ],
      descriptions: [
        `Какую часть баллов, начисленных в этом периоде, списали в течение ${days} дней после начисления. ${FIRST_IN[0]}`,
        `Осы кезеңде есептелген ұпайдың есептелгеннен кейін ${days} күн ішінде жұмсалған бөлігі. ${FIRST_IN[1]}`,
        `Which part of the points issued in the period was redeemed within ${days} days of their issue. ${FIRST_IN[2]}`,
      ],
    },
    [{ ...redeemed, key: `issue_redeemed_${days}`, from: { issues: () => `sum(f.redeemed_${days})` } }, all],
  ),
);

/** What has become of points by the time they were issued. */
export const issueMetrics: readonly Metric[] = [
  ...[redeemed, expired, left].map((base) => metricOf('points', base)),
  share(redeemed, 'issue_redemption', [
    'Доля списания начисленного',
    'Есептелгеннің жұмсалу үлесі',
    'Redemption of what was issued',
  ]),
  share(expired, 'issue_expiry', [
    'Доля сгорания начисленного',
    'Есептелгеннің күю үлесі',
    'Expiry of what was issued',
  ]),
  share(left, 'issue_left_share', [
    'Доля остатка начисленного',
    'Есептелгеннің қалған үлесі',
    'Share left of what was issued',
  ]),
  ...within,
  ratioOf(
    ISSUES,
    'days_to_redemption',
    'DAYS',
    {
      names: ['Дней от начисления до списания', 'Есептеуден жұмсауға дейінгі күндер', 'Days from issue to redemption'],
      descriptions: [
        `Сколько дней в среднем пролежали списанные баллы из начисленных в этом периоде. ${FIRST_IN[0]}`,
        `Осы кезеңде есептеліп, жұмсалған ұпай орта есеппен неше күн жатты. ${FIRST_IN[1]}`,
        `How many days the redeemed points of those issued in the period had lain on average. ${FIRST_IN[2]}`,
      ],
      formula: 'days from issue to redemption, weighted by points',
    },
    [{ ...redeemed, key: 'issue_redeemed_hours', from: { issues: () => 'sum(f.spent_hours)' } }, redeemed],
  ),
];
