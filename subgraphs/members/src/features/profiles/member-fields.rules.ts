import { isLocalDate } from '@adal/money';
import { normaliseEmail, normalisePhone } from '@adal/service';

const TEXT_LENGTH_MAX = 100;
const ID_LENGTH_MAX = 64;
const BORN_FROM = '1900-01-01';
const GENDERS = ['FEMALE', 'MALE', 'UNKNOWN'];
const LANGUAGES = ['ru', 'kk', 'en'];

/** What is known of a person, each field in its one notation. */
export type MemberField =
  | 'externalId'
  | 'phone'
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'birthDate'
  | 'gender'
  | 'city'
  | 'homeStoreId'
  | 'language';
export type MemberFields = { [field in MemberField]?: string | null };

/** A field that cannot be read, with a sentence for the caller. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** What reading depends on: today (YYYY-MM-DD) and the country whose national phones are understood. */
export interface ReadingOptions {
  readonly today: string;
  readonly country: string;
}

interface Reader {
  /** Null when the text cannot be read. */
  read(text: string, options: ReadingOptions): string | null;
  readonly fault: string;
}

const text = (lengthMax: number): Reader => ({
  read: (raw) => (raw.length <= lengthMax && !/\p{Cc}/u.test(raw) ? raw : null),
  fault: `must be at most ${lengthMax} printable characters`,
});
const oneOf = (values: readonly string[]): Reader => ({
  read: (raw) => (values.includes(raw) ? raw : null),
  fault: `must be one of ${values.join(', ')}`,
});

const READERS: { readonly [field in MemberField]: Reader } = {
  externalId: text(ID_LENGTH_MAX),
  phone: {
    read: (raw, { country }) => normalisePhone(raw, country),
    fault: 'must be a phone number such as +77011234567',
  },
  email: { read: (raw) => normaliseEmail(raw), fault: 'must be an e-mail address such as name@example.kz' },
  firstName: text(TEXT_LENGTH_MAX),
  lastName: text(TEXT_LENGTH_MAX),
  birthDate: {
    read: (raw, { today }) => (isLocalDate(raw) && raw >= BORN_FROM && raw <= today ? raw : null),
    fault: `must be a date such as 1990-05-17, from ${BORN_FROM} to today`,
  },
  gender: {
    read: (raw) => GENDERS.find((gender) => [gender, gender.charAt(0)].includes(raw.toUpperCase())) ?? null,
    fault: `must be one of ${GENDERS.join(', ')}, or its first letter`,
  },
  city: text(TEXT_LENGTH_MAX),
  homeStoreId: text(ID_LENGTH_MAX),
  language: oneOf(LANGUAGES),
};

/**
 * Reads the fields that are given, in their one notation. Absent fields stay absent and a blank text becomes null; the first
 * field that cannot be read is answered instead, with a sentence.
 */
export function readMemberFields(
  raw: { readonly [field in MemberField]?: string | null | undefined },
  options: ReadingOptions,
): { readonly fields: MemberFields } | { readonly fault: FieldFault } {
  const fields: MemberFields = {};
  for (const field of Object.keys(READERS) as MemberField[]) {
    const given = raw[field];
    if (given === undefined || given === null) continue;
    const trimmed = given.trim().normalize('NFC');
    const value = trimmed === '' ? null : READERS[field].read(trimmed, options);
    if (trimmed !== '' && value === null) return { fault: { field, message: `${field} ${READERS[field].fault}.` } };
    fields[field] = value;
  }
  return { fields };
}

/** The words a person is found by, as prefixes: lower case, ё as е, each once. */
export function nameWords(...names: (string | null | undefined)[]): string[] {
  const words = names.flatMap((name) =>
    (name ?? '')
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .split(/[^\p{L}\p{N}]+/u),
  );
  return [...new Set(words.filter((word) => word !== ''))];
}
