import type { Metadata } from 'next';
import type { Messages } from 'next-intl';
import { getTranslations } from 'next-intl/server';

type TitledIn<Tree> = { [Name in keyof Tree]: Tree[Name] extends { title: string } ? Name : never }[keyof Tree];
type Titled = TitledIn<Messages> | `books.${TitledIn<Messages['books']>}`;

/** A page's `generateMetadata`: the title of a part of the messages. */
export function titleOf(name: Titled): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations(name);
    return { title: t('title') };
  };
}
