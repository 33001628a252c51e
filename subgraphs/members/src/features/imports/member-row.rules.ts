import { isLocalDate } from '@adal/money';
import type { ImportRejection, ImportRow } from '@adal/service';
import type { AttributeType } from '@adal/events';
import { ATTRIBUTE_FAULTS, readAttribute, readFlag, type Child } from '../attributes';
import { readCardNumber } from '../cards';
import { readMemberFields, type MemberFields, type ReadingOptions } from '../profiles';
import { readInstant, unreadableField } from './values.rules';

const ATTRIBUTE_PREFIX = 'attr:';
export const MEMBER_REQUIRED = ['member_id'];

/** Columns of a file → fields of a member. */
const FIELDS = {
  member_id: 'externalId',
  phone: 'phone',
  email: 'email',
  first_name: 'firstName',
  last_name: 'lastName',
  birth_date: 'birthDate',
  gender: 'gender',
  city: 'city',
  home_store_id: 'homeStoreId',
  language: 'language',
} as const;
const CONSENTS = { consent_sms: 'SMS', consent_email: 'EMAIL', consent_push: 'PUSH' } as const;
const ATTRIBUTES = ['marital_status', 'has_car', 'pets'];
const KNOWN = new Set([
  ...Object.keys(FIELDS),
  ...Object.keys(CONSENTS),
  ...ATTRIBUTES,
  'card_number',
  'registered_at',
  'channel',
  'children',
]);

/** True for a column a file of members may have. */
export const isMemberColumn = (column: string): boolean =>
  KNOWN.has(column) || (column.startsWith(ATTRIBUTE_PREFIX) && column.length > ATTRIBUTE_PREFIX.length);

/** A member as a row of a file tells it; what is blank is not there. */
export interface MemberRow {
  readonly line: number;
  readonly externalId: string;
  readonly fields: MemberFields;
  readonly cardNumber: string | null;
  readonly registeredAt: string | null;
  readonly channel: string | null;
  readonly consents: readonly { readonly channel: string; readonly given: boolean }[];
  readonly attributes: Record<string, string>;
  /** Null when the file says nothing of them. */
  readonly children: readonly Child[] | null;
}

/** What reading a file depends on: as for a member's fields, and the zone of times without one. */
export interface RowOptions extends ReadingOptions {
  /** Of declared attributes. */
  readonly types: ReadonlyMap<string, AttributeType>;
  readonly timeZone: string;
}

/** Reads one row; the first thing wrong with it is answered instead. */
export function readMemberRow(
  row: ImportRow,
  columns: readonly string[],
  options: RowOptions,
): MemberRow | ImportRejection {
  const reject = (column: string, reason: string, code = `${column.toUpperCase().replace(/\W/g, '_')}_INVALID`) => ({
    line: row.line,
    column,
    code,
    reason,
  });
  const unreadable = unreadableField(row, columns);
  if (unreadable) return unreadable;
  const externalId = row.field('member_id');
  if (externalId === null) return reject('member_id', 'A member needs its member_id.', 'MEMBER_ID_MISSING');
  const read = readMemberFields(rawFields(row), options);
  if ('fault' in read) {
    const column = Object.entries(FIELDS).find(([, field]) => field === read.fault.field)?.[0] ?? read.fault.field;
    return reject(column, read.fault.message.replace(read.fault.field, column));
  }
  const card = row.field('card_number');
  const cardNumber = card && readCardNumber(card);
  if (card && !cardNumber) return reject('card_number', 'card_number must be 4 to 32 letters, digits and hyphens.');
  const registered = row.field('registered_at');
  const registeredAt = registered && readInstant(registered, options.timeZone);
  if (registered && !registeredAt)
    return reject('registered_at', 'registered_at must be a time such as 2026-03-01T10:15:00.');
  const channel = row.field('channel')?.toUpperCase() ?? null;
  if (channel && !/^[A-Z_]{1,40}$/.test(channel))
    return reject('channel', 'channel must be a word such as TILL or SITE.');
  const consents = readConsents(row);
  if ('column' in consents) return reject(consents.column, `${consents.column} must be true or false.`);
  const children = readChildren(row);
  if (children === undefined) return reject('children', 'children must look like 2015-04-01:f;2018-09-12:m.');
  const attributes = readAttributes(row, columns, options.types);
  if ('column' in attributes) return reject(attributes.column, attributes.reason);
  const { externalId: id, ...fields } = read.fields;
  return {
    line: row.line,
    externalId: id ?? externalId,
    fields,
    cardNumber,
    registeredAt,
    channel,
    consents,
    children,
    ...attributes,
  };
}

const GENDERS: Record<string, string> = {
  f: 'FEMALE',
  ж: 'FEMALE',
  female: 'FEMALE',
  m: 'MALE',
  м: 'MALE',
  male: 'MALE',
  unknown: 'UNKNOWN',
};

function rawFields(row: ImportRow): MemberFields {
  const raw: MemberFields = {};
  for (const [column, field] of Object.entries(FIELDS)) {
    const text = row.field(column);
    if (text !== null) raw[field] = text;
  }
  if (raw.gender) raw.gender = GENDERS[raw.gender.toLowerCase()] ?? raw.gender;
  if (raw.language) raw.language = raw.language.toLowerCase();
  return raw;
}

function readConsents(row: ImportRow): { channel: string; given: boolean }[] | { column: string } {
  const consents: { channel: string; given: boolean }[] = [];
  for (const [column, channel] of Object.entries(CONSENTS)) {
    const text = row.field(column);
    if (text === null) continue;
    const given = readFlag(text);
    if (given === null) return { column };
    consents.push({ channel, given });
  }
  return consents;
}

const CHILDREN = /^\d{4}-\d{2}-\d{2}:[fmu](;\d{4}-\d{2}-\d{2}:[fmu])*$/;

/** Null when the row says nothing of children, undefined when it cannot be read. */
function readChildren(row: ImportRow): Child[] | null | undefined {
  const text = row.field('children')?.toLowerCase() ?? null;
  if (text === null) return null;
  if (!CHILDREN.test(text)) return undefined;
  const children = text.split(';').map((child): Child => {
    const [birthDate = '', gender] = child.split(':');
    return { birthDate, gender: gender === 'f' ? 'FEMALE' : gender === 'm' ? 'MALE' : null, name: null };
  });
  return children.every(({ birthDate }) => isLocalDate(birthDate)) ? children : undefined;
}

function readAttributes(
  row: ImportRow,
  columns: readonly string[],
  types: ReadonlyMap<string, AttributeType>,
): { attributes: Record<string, string> } | { column: string; reason: string } {
  const attributes: Record<string, string> = {};
  for (const column of columns) {
    const own = column.startsWith(ATTRIBUTE_PREFIX);
    const text = own || ATTRIBUTES.includes(column) ? row.field(column) : null;
    if (text === null) continue;
    const key = own ? column.slice(ATTRIBUTE_PREFIX.length) : column;
    const type = types.get(key) ?? 'TEXT';
    const value = readAttribute(text, type);
    if (value === null) return { column, reason: `${column} ${ATTRIBUTE_FAULTS[type]}.` };
    attributes[key] = value;
  }
  return { attributes };
}
