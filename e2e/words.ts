import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Locale = 'ru' | 'en';

/** What the office says under a key of its catalogue, with values in its gaps as far as they are given; an unknown key fails the story. */
export type Say = (key: string, values?: Record<string, string>) => string;

export function wordsOf(locale: Locale): Say {
  const file = join(__dirname, '..', 'web', 'messages', `${locale}.json`);
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  return (key, values = {}) => {
    const said = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], catalogue);
    if (typeof said !== 'string') throw new Error(`There is no ${key} in ${locale}.json.`);
    return said.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
  };
}

/** The words before the first gap: enough to find by them. */
export const beginning = (words: string): string => words.split('{')[0] ?? '';
