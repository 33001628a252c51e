import { seeded, type Random } from './random';

/** A store of the demo chain, with the weight of its trade. */
export interface DemoStore {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly brand: string;
  readonly banner: string;
  readonly format: string;
  readonly legalEntity: string;
  readonly openedOn: string;
  readonly weight: number;
  readonly tills: readonly string[];
}

/** A product of the demo chain. Money in whole tenge. */
export interface DemoProduct {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  /** Blank for what has none. */
  readonly brand: string;
  readonly price: number;
  readonly cost: number;
  readonly size: string;
  readonly colour: string;
  /** Months of the year in which it sells best; empty: all year. */
  readonly season: readonly number[];
  /** Materials, separated as lists in files are. */
  readonly materials: string;
  /** The least it may cost; 0 for none. */
  readonly minPrice: number;
  readonly notDiscountable: boolean;
}

const CITIES = [
  { city: 'Алматы', weight: 3.4, stores: ['Dostyk', 'Mega', 'Abay', 'Aport'] },
  { city: 'Астана', weight: 2.6, stores: ['Keruen', 'Saryarqa', 'Asia Park'] },
  { city: 'Шымкент', weight: 1.5, stores: ['Tassay', 'Ordabasy'] },
  { city: 'Қарағанды', weight: 1.2, stores: ['Bukhar', 'Shakhter'] },
  { city: 'Ақтөбе', weight: 0.9, stores: ['Keruen City'] },
] as const;

/** Neither discounts nor points lower their prices. */
const NOT_DISCOUNTABLE = ['Подарочные карты', 'Упаковка > Пакеты'];
/** Where a supplier sets the least price. */
const FLOORED = 'Одежда > Мужская > Куртки';

const MONOBRANDS = ['Nordstep', 'Bella Via', 'Tulpar'] as const;
const BRANDS = [...MONOBRANDS, 'Aruna', 'Kokmaral', 'Velmo', 'Ostra', 'Linnea', 'Brizo', 'Samal'] as const;

const WINTER = [10, 11, 12, 1, 2];
const SUMMER = [4, 5, 6, 7, 8];
const GOODS: readonly (readonly [
  path: string,
  noun: string,
  from: number,
  to: number,
  season: readonly number[],
  count: number,
])[] = [
  ['Обувь > Женская > Ботинки', 'Ботинки женские', 24_990, 69_990, WINTER, 22],
  ['Обувь > Женская > Туфли', 'Туфли женские', 14_990, 44_990, [], 20],
  ['Обувь > Женская > Сандалии', 'Сандалии женские', 9_990, 29_990, SUMMER, 16],
  ['Обувь > Мужская > Ботинки', 'Ботинки мужские', 27_990, 74_990, WINTER, 18],
  ['Обувь > Мужская > Туфли', 'Туфли мужские', 19_990, 54_990, [], 14],
  ['Обувь > Мужская > Кроссовки', 'Кроссовки мужские', 22_990, 59_990, [], 18],
  ['Обувь > Детская > Кроссовки', 'Кроссовки детские', 9_990, 24_990, [], 18],
  ['Обувь > Детская > Сапоги', 'Сапоги детские', 12_990, 29_990, WINTER, 12],
  ['Одежда > Женская > Платья', 'Платье', 12_990, 39_990, SUMMER, 16],
  ['Одежда > Женская > Куртки', 'Куртка женская', 29_990, 89_990, WINTER, 14],
  ['Одежда > Мужская > Рубашки', 'Рубашка', 8_990, 24_990, [], 14],
  ['Одежда > Мужская > Куртки', 'Куртка мужская', 34_990, 94_990, WINTER, 12],
  ['Аксессуары > Сумки', 'Сумка', 9_990, 49_990, [], 16],
  ['Аксессуары > Ремни', 'Ремень', 4_990, 14_990, [], 10],
  ['Аксессуары > Носки', 'Носки', 690, 2_490, [], 12],
  ['Уход > Кремы', 'Крем для обуви', 1_490, 3_990, [], 10],
  ['Уход > Спреи', 'Спрей водоотталкивающий', 2_490, 5_990, WINTER, 8],
  ['Подарочные карты', 'Подарочная карта', 10_000, 50_000, [], 4],
  ['Упаковка > Пакеты', 'Пакет', 690, 690, [], 3],
];
export const COLOURS = ['чёрный', 'коричневый', 'бежевый', 'синий', 'красный', 'белый', 'серый'];

/** The demo chain's stores and goods; the same seed gives the same chain. */
export function makeChain(seed: number): { stores: DemoStore[]; products: DemoProduct[] } {
  return { stores: makeStores(), products: makeProducts(seeded(seed)) };
}

function makeStores(): DemoStore[] {
  let number = 0;
  return CITIES.flatMap(({ city, weight, stores }) =>
    stores.map((place, index): DemoStore => {
      number += 1;
      const mono = number % 4 === 0 ? MONOBRANDS[(number / 4 - 1) % MONOBRANDS.length] : undefined;
      return {
        id: `S${String(number).padStart(3, '0')}`,
        name: `${mono ?? 'Samal'} ${place}`,
        city,
        brand: mono ?? '',
        banner: mono ?? 'Samal',
        format: mono ? 'monobrand' : 'multibrand',
        legalEntity: number % 3 === 0 ? 'ТОО Самал Регион' : 'ТОО Самал Ритейл',
        openedOn: `20${String(10 + number).padStart(2, '0')}-03-01`,
        weight: (weight / (index + 1.5)) * (mono ? 0.6 : 1),
        tills: ['1', '2'].map((till) => `S${String(number).padStart(3, '0')}-${till}`),
      };
    }),
  );
}

function makeProducts(random: Random): DemoProduct[] {
  let number = 100_000;
  return GOODS.flatMap(([category, noun, from, to, season, count]) =>
    Array.from({ length: count }, (): DemoProduct => {
      number += random.whole(1, 7);
      const brand = random.pick(BRANDS);
      const colour = random.pick(COLOURS);
      const price = Math.round(random.whole(from, to) / 1_000) * 1_000 - 10;
      const isPlain = NOT_DISCOUNTABLE.includes(category);
      const isSized = category.startsWith('Обувь') || category.startsWith('Одежда');
      return {
        sku: String(number),
        name: isPlain ? `${noun} ${number}` : `${noun} ${brand}, ${colour}`,
        category,
        brand: isPlain ? '' : brand,
        price: Math.max(price, 690),
        cost: Math.round(Math.max(price, 690) * (0.42 + random.share() * 0.18)),
        size: isSized ? String(random.whole(36, 45)) : '',
        colour: isPlain ? '' : colour,
        materials: isSized ? (season === WINTER ? 'кожа; мех' : 'текстиль') : '',
        season,
        minPrice: category === FLOORED ? Math.round((price * 0.75) / 10) * 10 : 0,
        notDiscountable: isPlain,
      };
    }),
  );
}

/** The season in the chain's words; blank all year. */
export const seasonOf = ({ season }: DemoProduct): string =>
  season === WINTER ? 'зима' : season === SUMMER ? 'лето' : '';
