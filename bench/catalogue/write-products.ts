import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const PRODUCT_COLUMNS = [
  ...['sku', 'name', 'category_path', 'brand', 'barcode', 'cost', 'price', 'attr:size', 'attr:colour'],
] as const;

const NOUNS = [
  'Ботинки',
  'Кроссовки',
  'Көйлек',
  'Шалбар',
  'Крем',
  'Winter jacket',
  'Summer dress',
  'Socks',
  'Сөмке',
  'Ремень',
];
const KINDS = ['классик', 'үлкен', 'детские', 'sport', 'мягкий', 'қысқы', 'urban', 'light', 'премиум', 'жаңа'];
const COLOURS = ['чёрный', 'красный', 'белый', 'синий', 'серый'];
const BRANDS = 500;
const NAMED_BRANDS = ['Nordstep', 'Bella Via', 'Tulpar'];

/** Writes so many products as a `products.csv`. */
export async function writeProducts(file: string, count: number): Promise<void> {
  const rows = function* (): Generator<string> {
    yield `${PRODUCT_COLUMNS.join(',')}\n`;
    for (let index = 0; index < count; index += 1) {
      const pick = <T>(list: readonly T[], step: number): T | undefined => list[Math.floor(index / step) % list.length];
      const [noun, kind, colour] = [pick(NOUNS, 1), pick(KINDS, 10), pick(COLOURS, 100)];
      const brand = index % 40 === 0 ? pick(NAMED_BRANDS, 40) : `Brand${index % BRANDS}`;
      const path = `Bench > ${noun} > ${kind}`;
      const barcode = `4870000${String(index).padStart(6, '0')}`;
      const price = 990 + (index % 900) * 100;
      yield `BENCH-${index},${noun} ${kind} ${brand} ${36 + (index % 12)},${path},${brand},${barcode},${price / 2},${price},${36 + (index % 12)},${colour}\n`;
    }
  };
  await pipeline(Readable.from(rows()), createWriteStream(file));
}
