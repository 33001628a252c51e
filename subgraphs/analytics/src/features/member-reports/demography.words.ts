import { texts } from '../reports';
import type { Texts } from '../metrics';

/** Full years, both inside; without `from` nobody knows. */
export interface AgeGroup {
  readonly key: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly names: Texts;
}

const group = (from: number, to: number): AgeGroup => ({
  ...{ key: `${from}-${to}`, from, to },
  names: texts(`${from}–${to}`, `${from}–${to}`, `${from}–${to}`),
});

const OLDEST = 65;
/** The oldest first, as pyramids are drawn. */
export const AGES: readonly AgeGroup[] = [
  { key: `${OLDEST}+`, from: OLDEST, to: null, names: texts(`${OLDEST}+`, `${OLDEST}+`, `${OLDEST}+`) },
  ...[group(55, 64), group(45, 54), group(35, 44), group(25, 34), group(18, 24)],
  { key: '0-17', from: 0, to: 17, names: texts('до 18', '18-ге дейін', 'under 18') },
  { key: 'UNKNOWN', from: null, to: null, names: texts('Неизвестно', 'Белгісіз', 'Unknown') },
];

export type Gender = 'MALE' | 'FEMALE' | 'UNKNOWN';
export const GENDERS: readonly { readonly key: Gender; readonly names: Texts }[] = [
  { key: 'MALE', names: texts('Мужчины', 'Ерлер', 'Men') },
  { key: 'FEMALE', names: texts('Женщины', 'Әйелдер', 'Women') },
  { key: 'UNKNOWN', names: texts('Пол неизвестен', 'Жынысы белгісіз', 'Gender unknown') },
];
