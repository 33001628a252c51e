import type { AttributeType } from '@adal/events';
import { isLocalDate } from '@adal/money';
import type { ChildInput, UpdateMemberInput } from '../../generated/graphql';
import { ATTRIBUTE_FAULTS, readAttribute } from './attribute-value.rules';

export interface Child {
  readonly birthDate: string;
  readonly gender: 'FEMALE' | 'MALE' | null;
  readonly name: string | null;
}

/** Children and attributes: lists of what a member has further. Absent ones stay as they are. */
export interface Traits {
  readonly children?: readonly Child[];
  /** In the one notation of their types; null takes one away. */
  readonly attributes?: Readonly<Record<string, string | null>>;
}

/** As the graph gives them. */
type RawTraits = Pick<UpdateMemberInput, 'children' | 'attributes'>;

interface TraitOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly types: ReadonlyMap<string, AttributeType>;
}

const CHILDREN_MAX = 20;
const ATTRIBUTES_MAX = 50;
const BORN_FROM = '1900-01-01';
const NAME = /^[^\p{Cc}]{1,100}$/u;
const KEY = /^[^\p{Cc}]{1,60}$/u;

/** Reads what is given; the first thing that cannot be read is answered instead. */
export function readTraits(
  { children, attributes }: RawTraits,
  options: TraitOptions,
): { traits: Traits } | { fault: { field: string; message: string } } {
  const fault = (field: string, message: string) => ({ fault: { field, message: `${field} ${message}.` } });
  if (children && children.length > CHILDREN_MAX) return fault('children', `are at most ${CHILDREN_MAX}`);
  const read = children?.map((child) => readChild(child, options.today));
  if (read?.includes(null)) {
    return fault(
      'children',
      'have a birthDate from 1900 to today, a gender FEMALE or MALE or none, and a name of at most 100 characters or none',
    );
  }
  if (attributes && attributes.length > ATTRIBUTES_MAX) return fault('attributes', `are at most ${ATTRIBUTES_MAX}`);
  const values: Record<string, string | null> = {};
  for (const { key, value } of attributes ?? []) {
    const type = options.types.get(key) ?? 'TEXT';
    const text = value?.trim().normalize('NFC') ?? '';
    values[key] = text === '' ? null : readAttribute(text, type);
    if (!KEY.test(key) || key === 'children') return fault('attributes', 'have keys of 1 to 60 printable characters');
    if (text !== '' && values[key] === null) return fault(`attributes.${key}`, ATTRIBUTE_FAULTS[type]);
  }
  return {
    traits: {
      ...(read && { children: read.filter((child) => child !== null) }),
      ...(attributes && { attributes: values }),
    },
  };
}

function readChild({ birthDate, gender, name }: ChildInput, today: string): Child | null {
  const given = name?.trim().normalize('NFC') || null;
  const sex = gender?.toUpperCase() || null;
  if (!isLocalDate(birthDate) || birthDate < BORN_FROM || birthDate > today) return null;
  if (sex !== null && sex !== 'FEMALE' && sex !== 'MALE') return null;
  if (given !== null && !NAME.test(given)) return null;
  return { birthDate, gender: sex, name: given };
}

/** Attributes with a change: what is null is taken away. */
export function changedAttributes(
  known: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const entries = Object.entries({ ...known, ...change });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}
