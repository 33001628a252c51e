import type { Texts } from '../metrics';

/** What a member is judged by: days since the last purchase, purchases, what they came to in minor units. */
export type RfmMeasure = 'RECENCY' | 'FREQUENCY' | 'MONEY';

/** Where an axis is cut: into parts of equal size, or at values that ascend; null is by size. */
export type RfmCut = readonly number[] | null;

/** What may be changed of a grid. */
export interface RfmSettings {
  /** Purchases of so many days count, the day asked for included. */
  readonly windowDays: number;
  /** One for each axis. */
  readonly cuts: readonly RfmCut[];
}

export interface RfmAxis {
  readonly measure: RfmMeasure;
  /** Scores go from 1, the worst, to this. */
  readonly scores: number;
}

/** What a cell is called, and the promotion templates that suit it. */
export interface RfmCellTexts {
  readonly names: Texts;
  readonly advice: Texts;
  /** Keys of the engine's gallery. */
  readonly templates: readonly string[];
}

export interface RfmGrid {
  readonly id: string;
  readonly names: Texts;
  readonly axes: readonly RfmAxis[];
  readonly defaults: RfmSettings;
  /** By key: the scores of the axes, joined by "-". Cells without an entry are called by their key. */
  readonly cells: Readonly<Record<string, RfmCellTexts>>;
}

const texts = (ru: string, kk: string, en: string): Texts => ({ ru, kk, en });
const cell = (names: Texts, advice: Texts, ...templates: string[]): RfmCellTexts => ({ names, advice, templates });

const purchasesBudget: RfmGrid = {
  id: 'PURCHASES_BUDGET',
  names: texts('Покупки × бюджет', 'Сатып алу × бюджет', 'Purchases × budget'),
  axes: [
    { measure: 'FREQUENCY', scores: 2 },
    { measure: 'MONEY', scores: 2 },
  ],
  defaults: { windowDays: 365, cuts: [[3], null] },
  cells: {
    '1-1': cell(
      texts('новые', 'жаңалар', 'new'),
      texts(
        'Вовлекать, показать хиты, поднять частоту',
        'Тарту, хиттерді көрсету, жиілікті арттыру',
        'Engage, show hits, raise frequency',
      ),
      ...['welcome-points', 'next-visit-coupon', 'every-nth'],
    ),
    '1-2': cell(
      texts('перспективные', 'келешегі барлар', 'promising'),
      texts('Развивать интерес', 'Қызығушылықты дамыту', 'Develop their interest'),
      ...['accessory-percent', 'brand-cashback', 'rising-tiers'],
    ),
    '2-2': cell(
      texts('постоянные', 'тұрақтылар', 'regular'),
      texts('Удерживать, растить маржинальность', 'Ұстап қалу, маржаны өсіру', 'Retain, raise the margin'),
      ...['points-from', 'segment-points', 'bundle-price'],
    ),
    '2-1': cell(
      texts('реинкарнировать', 'қайта тірілту', 'reincarnate'),
      texts(
        'Новинки, обратная связь, вернуть интерес',
        'Жаңалықтар, кері байланыс, қызығушылықты қайтару',
        'Novelties, feedback, win them back',
      ),
      ...['new-product-points', 'win-back', 'lapsed-category'],
    ),
  },
};

const recencyFrequency: RfmGrid = {
  id: 'RECENCY_FREQUENCY',
  names: texts('Давность × частота', 'Ескілік × жиілік', 'Recency × frequency'),
  axes: [
    { measure: 'RECENCY', scores: 3 },
    { measure: 'FREQUENCY', scores: 2 },
  ],
  defaults: { windowDays: 365, cuts: [[30, 90], [3]] },
  cells: {
    '1-2': cell(
      texts('Ухожу!', 'Кетіп барамын!', 'Leaving!'),
      texts('Вернуть, пока помнят', 'Ұмытпай тұрғанда қайтару', 'Bring back while they remember'),
      ...['win-back', 'win-back-coupon'],
    ),
    '3-2': cell(
      texts('Люблю', 'Жақсы көремін', 'In love'),
      texts('Благодарить и беречь маржу', 'Алғыс айту, маржаны сақтау', 'Thank them, keep the margin'),
      ...['segment-points', 'points-from'],
    ),
    '2-2': cell(
      texts('Сомневаюсь', 'Күмәнданамын', 'In doubt'),
      texts('Напомнить о любимом', 'Сүйіктісін еске салу', 'Remind of favourites'),
      ...['lapsed-category', 'next-visit-coupon'],
    ),
    '3-1': cell(
      texts('На позитиве', 'Көңілім көтеріңкі', 'In good spirits'),
      texts('Довести до второй и третьей покупки', 'Екінші, үшінші сатып алуға жеткізу', 'Lead to the next purchases'),
      ...['next-visit-coupon', 'every-nth'],
    ),
    '2-1': cell(
      texts('Держу нейтралитет', 'Бейтараппын', 'Staying neutral'),
      texts('Дать повод зайти', 'Келуге себеп беру', 'Give a reason to come'),
      ...['happy-hours', 'new-product-points'],
    ),
    '1-1': cell(
      texts('Не очень-то и хотелось', 'Онша қаламап едім', 'Did not want it that much'),
      texts('Возвращать только дёшево', 'Тек арзанға қайтару', 'Win back only at little cost'),
      ...['win-back-coupon', 'win-back'],
    ),
  },
};

const classic: RfmGrid = {
  id: 'CLASSIC',
  names: texts('RFM 5 × 5 × 5', 'RFM 5 × 5 × 5', 'RFM 5 × 5 × 5'),
  axes: [
    { measure: 'RECENCY', scores: 5 },
    { measure: 'FREQUENCY', scores: 5 },
    { measure: 'MONEY', scores: 5 },
  ],
  defaults: { windowDays: 365, cuts: [null, null, null] },
  cells: {},
};

/** The grids that come with the system; what may be changed of them is kept in Postgres. */
export const RFM_GRIDS: readonly RfmGrid[] = [purchasesBudget, recencyFrequency, classic];

export const findGrid = (id: string): RfmGrid | undefined => RFM_GRIDS.find((grid) => grid.id === id);
