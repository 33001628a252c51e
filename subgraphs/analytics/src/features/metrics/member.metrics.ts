import type { Metric } from './metric';

const BOUGHT = "f.kind = 'SALE' AND f.identified";

export const memberMetrics: readonly Metric[] = [
  {
    key: 'members.registered',
    names: { ru: 'Участники', kk: 'Қатысушылар', en: 'Members' },
    descriptions: {
      ru: 'Сколько человек вступило в программу до конца периода, с самого начала; закрытые и заблокированные тоже считаются. Магазин — домашний, город — участника.',
      kk: 'Кезең соңына дейін бағдарламаға басынан бері қанша адам қосылды; жабылғандар мен бұғатталғандар да саналады. Дүкен — үй дүкені, қала — қатысушынікі.',
      en: 'How many people had joined by the end of the period since the beginning, whatever became of them since. Store is the home store, city the member’s own.',
    },
    unit: 'COUNT',
    formula: 'members.new from the beginning to the end of the period',
    additive: false,
    dimensions: ['store', 'city'],
    measures: [{ source: 'members', numerator: 'count()' }],
    accumulates: true,
  },
  {
    key: 'members.new',
    names: { ru: 'Новые участники', kk: 'Жаңа қатысушылар', en: 'New members' },
    descriptions: {
      ru: 'Сколько человек вступило в программу за период, по часам сети. Магазин — домашний, город — участника.',
      kk: 'Кезең ішінде бағдарламаға қанша адам қосылды, желі сағаты бойынша. Дүкен — үй дүкені, қала — қатысушынікі.',
      en: 'How many people joined within the period, by the chain’s clock. Store is the home store, city the member’s own.',
    },
    unit: 'COUNT',
    formula: 'number of members registered in the period',
    additive: true,
    dimensions: ['store', 'city'],
    measures: [{ source: 'members', numerator: 'count()' }],
  },
  {
    key: 'members.active',
    names: { ru: 'Активные участники', kk: 'Белсенді қатысушылар', en: 'Active members' },
    descriptions: {
      ru: 'Сколько разных участников купило хотя бы раз за период; покупка, которую вернули, тоже считается.',
      kk: 'Кезең ішінде кемінде бір рет сатып алған әртүрлі қатысушылар саны; қайтарылған сатып алу да саналады.',
      en: 'How many different members bought at least once in the period; a purchase that came back counts too.',
    },
    unit: 'COUNT',
    formula: 'number of different members in sales',
    additive: false,
    dimensions: ['store', 'city', 'brand', 'category'],
    measures: [
      { source: 'receipts', numerator: `uniqExactIf(f.member_id, ${BOUGHT})` },
      { source: 'lines', numerator: `uniqExactIf(f.member_id, ${BOUGHT})` },
    ],
  },
];
