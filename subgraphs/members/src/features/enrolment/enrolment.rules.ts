import { isClientId } from '@adal/service';
import type { AttributeType } from '@adal/events';
import type { EnrolMemberInput } from '../../generated/graphql';
import { changedAttributes, readTraits, type Child } from '../attributes';
import { readCardNumber } from '../cards';
import { CONSENT_CHANNELS } from '../consents';
import {
  readMemberFields,
  type FieldFault,
  type MemberFields,
  type ReadingOptions,
  type UniqueKeys,
} from '../profiles';

/** A chain names its own doors; reports count by this word, so it is kept in one notation. */
const CHANNEL = /^[A-Z][A-Z0-9_]{0,39}$/;

/** What a person enrols with, each field in its one notation. */
export interface Enrolment extends MemberFields {
  readonly cardNumber: string | null;
  readonly channel: string;
  readonly consents: readonly string[];
  readonly children?: readonly Child[];
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What reading depends on. */
interface EnrolmentOptions extends ReadingOptions {
  /** Of declared attributes. */
  readonly types: ReadonlyMap<string, AttributeType>;
}

/** Reads the input; the first field that cannot be read is answered instead. */
export function readEnrolment(
  input: EnrolMemberInput,
  options: EnrolmentOptions,
): { enrolment: Enrolment } | { fault: FieldFault } {
  const { enrolmentId, cardNumber: givenCard, channel, consents, storeId, children, attributes, ...given } = input;
  if (!isClientId(enrolmentId)) return fault('enrolmentId', 'enrolmentId must be 1 to 64 visible characters.');
  const door = channel
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  if (!CHANNEL.test(door))
    return fault('channel', 'channel must be a word of 1 to 40 letters and digits, such as TILL.');
  const read = readMemberFields({ ...given, homeStoreId: storeId }, options);
  if ('fault' in read)
    return { fault: read.fault.field === 'homeStoreId' ? { ...read.fault, field: 'storeId' } : read.fault };
  const cardNumber = givenCard?.trim() ? readCardNumber(givenCard) : null;
  if (givenCard?.trim() && cardNumber === null)
    return fault('cardNumber', 'cardNumber must be 4 to 32 letters, digits and hyphens.');
  const agreed = [...new Set(consents ?? [])].sort();
  if (!agreed.every((consent) => CONSENT_CHANNELS.includes(consent))) {
    return fault('consents', `consents must be among ${CONSENT_CHANNELS.join(', ')}.`);
  }
  const further = readTraits({ children, attributes }, options);
  if ('fault' in further) return further;
  const { attributes: told, ...traits } = further.traits;
  const { fields } = read;
  if (!fields.phone && !fields.email && !cardNumber)
    return fault('phone', 'Give at least one of phone, email and cardNumber.');
  return {
    enrolment: {
      ...{ ...fields, cardNumber, channel: door, consents: agreed, ...traits },
      ...(told && { attributes: changedAttributes({}, told) }),
    },
  };
}

/** What speaks against an enrolment: keys that other members have. Null when nothing does. */
export function decideEnrolment(
  taken: ReadonlySet<keyof UniqueKeys>,
): 'phone' | 'email' | 'cardNumber' | 'externalId' | null {
  return (['phone', 'email', 'cardNumber', 'externalId'] as const).find((key) => taken.has(key)) ?? null;
}

const fault = (field: string, message: string) => ({ fault: { field, message } });
