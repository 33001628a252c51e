import { metricOf, ratioOf, type Amount, type Metric, type Ratio } from '../metric-language';
import * as points from './points.amounts';

const { issued, redeemed, expired, netIssued, netRedeemed, settled, earners, burners, losers } = points;

const rates: readonly Ratio[] = [
  ratioOf(
    'redemption_rate',
    'RATIO',
    ['Доля списания', 'Жұмсалу үлесі', 'Redemption rate'],
    [
      'Списанные баллы, делённые на начисленные за тот же период.',
      'Жұмсалған ұпайдың сол кезеңде есептелгеніне қатынасы.',
      'Points redeemed divided by points issued in the same period.',
    ],
    redeemed,
    issued,
  ),
  ratioOf(
    'redemption_rate_net',
    'RATIO',
    ['Доля списания за вычетом возвратов', 'Қайтарымдар шегерілген жұмсалу үлесі', 'Redemption rate net of returns'],
    [
      'Списанные баллы, делённые на начисленные; то, что отменили возвраты, вычтено из обоих.',
      'Жұмсалған ұпайдың есептелгеніне қатынасы; қайтарымдар екеуінен де шегерілген.',
      'Points redeemed divided by points issued, returns taken away from both.',
    ],
    netRedeemed,
    netIssued,
  ),
  ratioOf(
    'redemption_rate_settled',
    'RATIO',
    [
      'Доля списания среди использованных и сгоревших',
      'Жұмсалған мен күйген ішіндегі жұмсалу үлесі',
      'Redemption rate of settled points',
    ],
    [
      'Списанные баллы, делённые на списанные и сгоревшие: какой части баллов дали пропасть.',
      'Жұмсалған ұпайдың жұмсалған мен күйген ұпайға қатынасы: ұпайдың қандай бөлігі босқа кетпеді.',
      'Points redeemed divided by points redeemed or expired: which part did not go to waste.',
    ],
    redeemed,
    settled,
  ),
  ratioOf(
    'expiry_rate',
    'RATIO',
    ['Доля сгорания', 'Күю үлесі', 'Expiry rate'],
    [
      'Сгоревшие баллы, делённые на начисленные за тот же период.',
      'Күйіп кеткен ұпайдың сол кезеңде есептелгеніне қатынасы.',
      'Points expired divided by points issued in the same period.',
    ],
    expired,
    issued,
  ),
  ratioOf(
    'burners_to_earners',
    'RATIO',
    ['Тратившие к копившим', 'Жұмсағандардың жинағандарға қатынасы', 'Spenders to earners'],
    [
      'Участники, тратившие баллы, делённые на участников, копивших баллы.',
      'Ұпай жұмсаған қатысушылардың ұпай жинағандарға қатынасы.',
      'Members who spent points divided by members who earned points.',
    ],
    burners,
    earners,
  ),
  ratioOf(
    'issued_per_earner',
    'POINTS',
    ['Начислено на копившего', 'Бір жинаушыға есептелген ұпай', 'Points issued per earner'],
    [
      'Начисленные баллы, делённые на участников, копивших баллы.',
      'Есептелген ұпайдың ұпай жинаған қатысушылар санына қатынасы.',
      'Points issued divided by members who earned points.',
    ],
    issued,
    earners,
  ),
  ratioOf(
    'redeemed_per_burner',
    'POINTS',
    ['Списано на тратившего', 'Бір жұмсаушының жұмсаған ұпайы', 'Points redeemed per spender'],
    [
      'Списанные баллы, делённые на участников, тративших баллы.',
      'Жұмсалған ұпайдың ұпай жұмсаған қатысушылар санына қатынасы.',
      'Points redeemed divided by members who spent points.',
    ],
    redeemed,
    burners,
  ),
  ratioOf(
    'expired_per_loser',
    'POINTS',
    ['Сгорело на участника', 'Бір қатысушының күйген ұпайы', 'Points expired per member'],
    [
      'Сгоревшие баллы, делённые на участников, у которых они сгорели.',
      'Күйіп кеткен ұпайдың ұпайы күйген қатысушылар санына қатынасы.',
      'Points expired divided by members whose points expired.',
    ],
    expired,
    losers,
  ),
];

const amounts: readonly Amount[] = [
  ...[issued, redeemed, expired, points.activated, ...points.movements],
  ...[netIssued, netRedeemed, settled, points.outstanding, points.change, earners, burners, losers],
];

/** What is issued, spent, lost and still owed. */
export const pointsMetrics: readonly Metric[] = [...amounts, ...rates].map((base) => metricOf('points', base));
