import type { MemberSnapshot } from '@adal/events';
import { DateTime } from 'luxon';
import type { MemberRow } from '../../store/tables';
import type { ToldMember } from './event.facts';

/** A member as rows. Of one who left, only what totals need stays: that somebody joined, when, where and how. */
export function memberFacts(member: MemberSnapshot, zone: string): ToldMember {
  const { memberId, revision } = member;
  const registered = DateTime.fromISO(member.registeredAt, { zone });
  const kept = member.status === 'CLOSED' ? NOTHING_PERSONAL : personal(member);
  return {
    member: {
      memberId,
      revision,
      status: member.status,
      city: member.city ?? '',
      homeStoreId: member.homeStoreId ?? '',
      channel: member.channel,
      registeredAt: registered.toJSDate(),
      businessDay: registered.toFormat('yyyy-MM-dd'),
      businessHour: registered.hour,
      ...kept.row,
    },
    children: kept.children.map((child, index) => ({ memberId, revision, childNo: index + 1, ...child })),
    attributes: kept.attributes.map(([key, value]) => ({ memberId, revision, key, value })),
  };
}

interface Personal {
  readonly row: Pick<
    MemberRow,
    | ('gender' | 'birthDate' | 'language')
    | ('consentSms' | 'consentEmail' | 'consentPush' | 'phoneKnown' | 'emailKnown' | 'cardCount')
  >;
  readonly children: readonly { readonly birthDate: string; readonly gender: string }[];
  readonly attributes: readonly (readonly [string, string])[];
}

function personal(member: MemberSnapshot): Personal {
  const consents = (channel: string): boolean =>
    member.consents.some((consent) => consent.channel === channel && consent.given);
  return {
    row: {
      gender: member.gender,
      birthDate: member.birthDate,
      language: member.language,
      consentSms: consents('SMS'),
      consentEmail: consents('EMAIL'),
      consentPush: consents('PUSH'),
      phoneKnown: member.phone !== null,
      emailKnown: member.email !== null,
      cardCount: member.cards.filter(({ status }) => status === 'ACTIVE').length,
    },
    children: (member.children ?? []).map(({ birthDate, gender }) => ({ birthDate, gender: gender ?? 'UNKNOWN' })),
    attributes: Object.entries(member.attributes),
  };
}

const NOTHING_PERSONAL: Personal = {
  row: {
    gender: 'UNKNOWN',
    birthDate: null,
    language: '',
    consentSms: false,
    consentEmail: false,
    consentPush: false,
    phoneKnown: false,
    emailKnown: false,
    cardCount: 0,
  },
  children: [],
  attributes: [],
};
