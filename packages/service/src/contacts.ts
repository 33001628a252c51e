import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';

const EMAIL_LENGTH_MAX = 254;
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]{2,}$/;
/** Country whose national notation (8 701 …) is read when the settings name none. */
export const DEFAULT_COUNTRY = 'KZ';

/** A phone in any notation → E.164; null when it cannot be a phone. National notations are those of `country`. */
export function normalisePhone(text: string, country: string = DEFAULT_COUNTRY): string | null {
  if (text.length > 64) return null;
  const phone = parsePhoneNumberFromString(
    text,
    isSupportedCountry(country) ? country : (DEFAULT_COUNTRY satisfies CountryCode),
  );
  return phone?.isValid() ? phone.number : null;
}

/** An e-mail address in lower case without blanks around it; null when it cannot be one. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().normalize('NFKC').toLowerCase();
  return email.length <= EMAIL_LENGTH_MAX && EMAIL.test(email) ? email : null;
}
