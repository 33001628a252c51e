import { shareOf, texts, type Amount, type Metric, type Words } from '../metric-language';
import { salesAmounts as sums } from './sales.amounts';
import { identified } from './sales.qualifiers';

const penetration = (key: string, of: Amount, names: Words, descriptions: Words): Metric => ({
  ...shareOf('sales', { of, names, describe: () => descriptions }, identified),
  key: `penetration.${key}`,
  names: texts(names),
});

/** How much of the sales the programme sees. */
export const penetrationMetrics: readonly Metric[] = [
  penetration(
    'revenue',
    sums.revenue,
    ['Проникновение по выручке', 'Түсім бойынша ену', 'Penetration by revenue'],
    [
      'Доля выручки, пришедшейся на участников программы: выручка по чекам с участником, делённая на всю выручку. Возвраты вычитаются из обеих.',
      'Бағдарлама қатысушыларына тиесілі түсім үлесі: қатысушысы бар чектер түсімінің бүкіл түсімге қатынасы. Қайтарымдар екеуінен де шегеріледі.',
      'Share of revenue that members brought: revenue of receipts with a member divided by all revenue. Returns are taken away from both.',
    ],
  ),
  penetration(
    'receipts',
    sums.receipts,
    ['Проникновение по чекам', 'Чектер бойынша ену', 'Penetration by receipts'],
    [
      'Доля чеков продаж, в которых назван участник программы. Возвраты не считаются.',
      'Бағдарлама қатысушысы көрсетілген сату чектерінің үлесі. Қайтарымдар саналмайды.',
      'Share of sales receipts that name a member. Returns are not counted.',
    ],
  ),
  penetration(
    'units',
    sums.unitsSold,
    ['Проникновение по товарам', 'Тауар бойынша ену', 'Penetration by units'],
    [
      'Доля проданных единиц товара, которые купили участники. Возвраты не вычитаются.',
      'Сатылған тауар бірліктерінің қатысушылар сатып алған үлесі. Қайтарымдар шегерілмейді.',
      'Share of units sold that members bought. Returns are not taken away.',
    ],
  ),
  penetration(
    'margin',
    sums.margin,
    ['Проникновение по марже', 'Маржа бойынша ену', 'Penetration by margin'],
    [
      'Доля маржинального дохода, которую принесли участники; где себестоимость известна.',
      'Қатысушылар әкелген маржалық табыс үлесі; өзіндік құны белгілі жерде.',
      'Share of margin that members brought, where the cost is known.',
    ],
  ),
  penetration(
    'discount',
    sums.discount,
    ['Доля скидок участникам', 'Қатысушыларға берілген жеңілдік үлесі', 'Share of discount given to members'],
    [
      'Какая часть всех скидок досталась участникам; скидки возвращённого вычитаются.',
      'Барлық жеңілдіктің қатысушыларға тигені; қайтарылғанның жеңілдігі шегеріледі.',
      'Which part of all discounts went to members, less those of what came back.',
    ],
  ),
];
