import { badInput, isUuid, normaliseEmail, normalisePhone } from '@adal/service';
import { hashContact } from './contact-hash.rules';

/** As in the graph: exactly one field is set. */
export interface MemberKey {
  id?: string | null | undefined;
  externalId?: string | null | undefined;
  cardNumber?: string | null | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
  qr?: string | null | undefined;
}

/** A condition on `member`, with `$key` standing for the parameter, or null when nobody can have such a key. */
export interface MemberLookup {
  condition: string;
  key: string;
}

/** Turns a key into a lookup. Throws BAD_USER_INPUT unless exactly one field is set. */
export function memberLookup(by: MemberKey, country: string): MemberLookup | null {
  const given = Object.entries(by).filter((entry): entry is [keyof MemberKey, string] => typeof entry[1] === 'string');
  const [first] = given;
  if (first === undefined || given.length > 1) throw badInput('A member key has exactly one field.');
  const [kind, value] = [first[0], first[1].trim()];
  switch (kind) {
    case 'id':
      return isUuid(value) ? { condition: 'id = $key::uuid', key: value } : null;
    case 'externalId':
      return { condition: 'external_id = $key', key: value };
    case 'cardNumber':
      return { condition: 'id = (select member_id from member_card where number = $key)', key: value };
    case 'phone': {
      const phone = normalisePhone(value, country);
      return phone === null ? null : { condition: 'phone_hash = $key', key: hashContact('phone', phone) };
    }
    case 'email': {
      const email = normaliseEmail(value);
      return email === null ? null : { condition: 'email_hash = $key', key: hashContact('email', email) };
    }
    case 'qr':
      // Codes from the app are not issued yet, so nobody has one.
      return null;
  }
}
