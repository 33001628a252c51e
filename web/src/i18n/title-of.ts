import type { Metadata } from 'next';
import type { Messages } from 'next-intl';
import { getTranslations } from 'next-intl/server';

type Titled = { [Name in keyof Messages]: Messages[Name] extends { title: string } ? Name : never }[keyof Messages];

/** A page's `generateMetadata`: the title of a part of the messages. */
export function titleOf(name: Titled): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations(name);
    return { title: t('title') };
  };
}
