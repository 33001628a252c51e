import { getLocale } from 'next-intl/server';
import { config } from '@/config';
import { createFmt, type Fmt } from './create-fmt';

/** The same formatting for what renders on the server alone. */
export async function getFmt(): Promise<Fmt> {
  const { currency, timeZone } = config();
  return createFmt({ locale: await getLocale(), currency, timeZone });
}
