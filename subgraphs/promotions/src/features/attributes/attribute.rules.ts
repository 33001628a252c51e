import type { SaveProductAttributeInput } from '../../generated/graphql';
import { readAttribute, type AttributeType, type ProductAttribute } from '../catalogue';

export interface ProductAttributeInvalid {
  __typename: 'ProductAttributeInvalid';
  code: 'PRODUCT_ATTRIBUTE_INVALID';
  message: string;
  problems: { field: string; message: string }[];
}

export type AttributeContent = Omit<ProductAttribute, 'version' | 'updatedAt'>;

const TEXT_LENGTH_MAX = 100;
const ALLOWED_MAX = 500;

/** Reads a declaration, or says what is wrong with it. */
export function readAttributeContent(input: SaveProductAttributeInput): AttributeContent | ProductAttributeInvalid {
  const problems: ProductAttributeInvalid['problems'] = [];
  const check = (isRight: boolean, field: string, message: string): void => {
    if (!isRight) problems.push({ field, message });
  };
  const names = { nameRu: input.nameRu.trim(), nameKk: input.nameKk.trim(), nameEn: input.nameEn.trim() };
  const allowedValues = input.allowedValues.map((value) => value.trim());
  check(
    /^[\p{L}\p{N}_-]{1,40}$/u.test(input.key),
    'key',
    'The key must be 1 to 40 letters, digits, hyphens or underscores.',
  );
  for (const [field, name] of Object.entries(names)) {
    check(name !== '', field, 'The attribute needs its name in each language.');
    check(name.length <= TEXT_LENGTH_MAX, field, `At most ${TEXT_LENGTH_MAX} characters.`);
  }
  check((input.unit ?? '').length <= TEXT_LENGTH_MAX, 'unit', `At most ${TEXT_LENGTH_MAX} characters.`);
  check(allowedValues.length <= ALLOWED_MAX, 'allowedValues', `At most ${ALLOWED_MAX} values.`);
  check(new Set(allowedValues).size === allowedValues.length, 'allowedValues', 'A value is there twice.');
  check(
    allowedValues.every((value) => value !== '' && value.length <= TEXT_LENGTH_MAX && !value.includes(';')),
    'allowedValues',
    `Each value has 1 to ${TEXT_LENGTH_MAX} characters and no semicolon.`,
  );
  const isNamed = input.type === 'TEXT' || input.type === 'LIST';
  check(isNamed || allowedValues.length === 0, 'allowedValues', 'Only texts and lists have allowed values.');
  if (problems.length === 0) {
    return { key: input.key, type: input.type, unit: input.unit?.trim() || null, ...names, allowedValues };
  }
  const message = 'The attribute cannot be saved: correct what is listed.';
  return { __typename: 'ProductAttributeInvalid', code: 'PRODUCT_ATTRIBUTE_INVALID', message, problems };
}

/** Types from the narrowest: what reads as a number is no text. */
const NARROW_FIRST: readonly AttributeType[] = ['NUMBER', 'DATE', 'BOOLEAN'];

/** The narrowest type that reads all texts. */
export function suggestType(texts: readonly string[]): AttributeType {
  const reads = (type: AttributeType): boolean =>
    texts.every((text) => 'value' in readAttribute({ key: '', type, allowedValues: [] }, text));
  return NARROW_FIRST.find(reads) ?? (texts.some((text) => text.includes(';')) ? 'LIST' : 'TEXT');
}
