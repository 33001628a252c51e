import { valuesOver } from '../metric-tables';
import { figure, type Days, type ReportAsk, type ReportFigure } from '../reports';
import { matchedDifferenceOf, type MatchedDifference } from './average-receipt.rules';
import { averages, sidesIn, SPREAD } from './average-receipt.sums';

/** The difference of average receipts of one store and hour, of the period and of what it is compared with. */
export async function matchedFigures(ask: ReportAsk): Promise<ReportFigure[]> {
  const [now, before] = await Promise.all([
    matchedIn(ask, ask.days),
    ask.compared ? matchedIn(ask, ask.compared) : null,
  ]);
  return FIGURES.map(({ of, ...named }) =>
    figure(
      ask.locale,
      { ...named, key: `matched.${of}` },
      { value: now?.[of] ?? null, compared: before?.[of] ?? null },
    ),
  );
}

async function matchedIn(ask: ReportAsk, days: Days): Promise<MatchedDifference | null> {
  const columns = [...averages(), ...SPREAD];
  const { rows } = await valuesOver(ask, columns, days, { grain: null, by: ['store', 'hour'], hasTotal: false });
  return matchedDifferenceOf(rows.map(({ values }) => sidesIn((key) => values.get(key) ?? null)));
}

const END = {
  ru: 'Граница 95-процентного интервала разницы при равных.',
  kk: 'Тең жағдайдағы айырманың 95 пайыздық аралығының шегі.',
  en: 'End of the 95 % interval of the difference among the alike.',
};
const FIGURES = [
  {
    of: 'value',
    names: { ru: 'Разница при равных', kk: 'Тең жағдайдағы айырма', en: 'Difference among the alike' },
    descriptions: {
      ru: 'На сколько чек с картой больше чека без карты в том же магазине и в тот же час.',
      kk: 'Сол дүкенде, сол сағатта карталы чек картасыздан қаншаға артық.',
      en: 'By how much a receipt with a card is larger than one without in the same store and hour.',
    },
    unit: 'MONEY',
  },
  {
    of: 'low',
    names: { ru: 'При равных не меньше', kk: 'Тең жағдайда кемінде', en: 'Among the alike at least' },
    descriptions: END,
    unit: 'MONEY',
  },
  {
    of: 'high',
    names: { ru: 'При равных не больше', kk: 'Тең жағдайда көп дегенде', en: 'Among the alike at most' },
    descriptions: END,
    unit: 'MONEY',
  },
  {
    of: 'share',
    names: { ru: 'Нашли пару', kk: 'Жұбы табылды', en: 'With their like' },
    descriptions: {
      ru: 'Доля чеков с картой, рядом с которыми в том же магазине и часе есть чеки без карты.',
      kk: 'Сол дүкен мен сағатта картасыз чектері бар карталы чектердің үлесі.',
      en: 'Share of receipts with a card that have receipts without one in the same store and hour.',
    },
    unit: 'RATIO',
  },
] as const;
