import type { Attributes } from '@adal/engine';
import type { ProductAttribute } from './product-attribute.entity';

export type StoredValue = Attributes[string];

/** Why a value does not fit its declaration. */
export interface AttributeFault {
  code: 'ATTRIBUTE_INVALID' | 'ATTRIBUTE_NOT_ALLOWED';
  reason: string;
}

/** What an attribute's declaration says of its values. */
export type Declaration = Pick<ProductAttribute, 'key' | 'type' | 'allowedValues'>;

/** Reads a value as files write it: numbers with a point, true or false, ISO dates, lists separated by semicolons. */
export function readAttribute(
  { type, allowedValues }: Declaration,
  text: string,
): { value: StoredValue } | AttributeFault {
  const value = valueOf(type, text.trim());
  if (value === null) return { code: 'ATTRIBUTE_INVALID', reason: WANTED[type] };
  const names = typeof value === 'string' ? [value] : typeof value === 'object' ? value : [];
  const stranger = allowedValues.length === 0 ? undefined : names.find((name) => !allowedValues.includes(name));
  if (stranger === undefined) return { value };
  return {
    code: 'ATTRIBUTE_NOT_ALLOWED',
    reason: `“${stranger}” is not among the allowed values: ${listed(allowedValues)}.`,
  };
}

/** A value as files write it. */
export const printAttribute = (value: StoredValue): string =>
  typeof value === 'object' ? value.join('; ') : String(value);

const WANTED = {
  TEXT: 'A text that is not blank.',
  NUMBER: 'A number such as 38 or 38.5.',
  BOOLEAN: 'true or false.',
  DATE: 'A date such as 2026-11-22.',
  LIST: 'Values separated by semicolons.',
} as const;

const DIGITS_MAX = 15;

function valueOf(type: Declaration['type'], text: string): StoredValue | null {
  switch (type) {
    case 'TEXT':
      return text === '' ? null : text;
    case 'NUMBER':
      return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= DIGITS_MAX ? Number(text) : null;
    case 'BOOLEAN':
      return booleanOf(text);
    case 'DATE':
      return isDate(text) ? text : null;
    case 'LIST': {
      const values = text
        .split(';')
        .map((value) => value.trim())
        .filter((value) => value !== '');
      return values.length === 0 ? null : [...new Set(values)];
    }
  }
}

/** `true`, `yes`, `1` and their opposites; null when it is neither. */
export function booleanOf(text: string): boolean | null {
  if (/^(true|yes|1)$/i.test(text)) return true;
  return /^(false|no|0)$/i.test(text) ? false : null;
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const LISTED_MAX = 5;
const listed = (values: readonly string[]): string =>
  values.slice(0, LISTED_MAX).join(', ') + (values.length > LISTED_MAX ? ', …' : '');
