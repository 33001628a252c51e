import { body, type ReportAsk, type ReportBody, type ReportPreset } from '../reports';
import { measured, metricTable } from '../metric-tables';

/** What customers bring and what they cost. */
export const finance: ReportPreset = {
  key: 'finance',
  names: { ru: 'Финансы', kk: 'Қаржы', en: 'Finance' },
  descriptions: {
    ru: 'Выручка, маржинальный доход, средний чек, выручка с клиента и расходы на него: скидки и оплата баллами.',
    kk: 'Түсім, маржалық табыс, орташа чек, клиенттен түсім және оған шығын: жеңілдіктер мен ұпаймен төлем.',
    en: 'Revenue, margin, average receipt, revenue per customer and the cost of one: discounts and payment by points.',
  },
  group: 'SALES',
  grains: ['MONTH', 'WEEK', 'DAY'],
  cuts: ['store', 'city'],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  compute,
};

const COLUMNS = [
  ...['sales.revenue', 'sales.average_receipt', 'sales.margin', 'sales.margin_share', 'sales.cost_coverage'],
  ...['sales.discount', 'sales.points_spent', 'sales.loyalty_cost'],
  ...['members.active', 'sales.revenue_per_buyer', 'sales.cost_per_buyer'],
].map((key) => measured(key));

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const { table, figures } = await metricTable(ask, {
    key: 'finance',
    names: finance.names,
    columns: COLUMNS,
    grain: ask.grain,
    by: ask.by ? [ask.by] : [],
    drill: finance,
  });
  const charts =
    ask.grain && ask.by
      ? []
      : [
          {
            name: finance.names[ask.locale],
            kind: 'BARS' as const,
            table: table.key,
            x: ask.grain ? 'time' : (ask.by ?? ''),
            series: ['sales.revenue', 'sales.margin', 'sales.loyalty_cost'],
            references: [],
          },
        ];
  return body({ figures, tables: [table], charts, notes: [NOTE[ask.locale]] });
}

const NOTE = {
  ru: 'Маржа считается по строкам, себестоимость которых известна: их долю показывает покрытие. Сообщения и подарки в расходы не входят.',
  kk: 'Маржа өзіндік құны белгілі жолдар бойынша есептеледі: олардың үлесін қамту көрсетеді. Хабарламалар мен сыйлықтар шығынға кірмейді.',
  en: 'Margin is of lines whose cost is known: coverage says which part they are. Messages and gifts are not in the cost.',
};
