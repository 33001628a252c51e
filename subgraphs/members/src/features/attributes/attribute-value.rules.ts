import type { AttributeType } from '@adal/events';
import { isLocalDate } from '@adal/money';

const TEXT_LENGTH_MAX = 500;
const TRUE = ['true', '1', 'yes', 'y', 'да', 'иә'];
const FALSE = ['false', '0', 'no', 'n', 'нет', 'жоқ'];

/** Yes or no as people and files write it; null for anything else. */
export function readFlag(text: string): boolean | null {
  const word = text.toLowerCase();
  return TRUE.includes(word) ? true : FALSE.includes(word) ? false : null;
}

/** A value in the one notation of its type; null when it is no such value. What nobody declared is a text. */
export function readAttribute(text: string, type: AttributeType = 'TEXT'): string | null {
  switch (type) {
    case 'NUMBER': {
      const number = text.replace(',', '.');
      return /^-?\d{1,15}(\.\d{1,9})?$/.test(number) ? number : null;
    }
    case 'DATE':
      return isLocalDate(text) ? text : null;
    case 'FLAG':
      return readFlag(text)?.toString() ?? null;
    default:
      return text.length <= TEXT_LENGTH_MAX && !/\p{Cc}/u.test(text) ? text : null;
  }
}

/** What a value of the type looks like, to end a sentence with. */
export const ATTRIBUTE_FAULTS: Record<AttributeType, string> = {
  NUMBER: 'must be a number such as 12.5',
  DATE: 'must be a date such as 2026-11-22',
  FLAG: 'must be true or false',
  TEXT: `must be at most ${TEXT_LENGTH_MAX} printable characters`,
};
