'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSections } from '@/features/sections';
import { useSignOut } from '@/features/sign-in';
import type { Find } from './find';

/** The pages a person may open. */
export function usePages(go: (href: string) => void): Find[] {
  const t = useTranslations('nav');
  return useSections()
    .flatMap((section) => section.destinations)
    .map(({ name, href }) => ({ id: href, label: t(name), run: () => go(href) }));
}

/** What can be done from anywhere. */
export function useCommands(): Find[] {
  const t = useTranslations('shell');
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return [
    { id: 'light', label: `${t('appearance')}: ${t('light')}`, run: () => setColorScheme('light') },
    { id: 'dark', label: `${t('appearance')}: ${t('dark')}`, run: () => setColorScheme('dark') },
    { id: 'sign-out', label: t('signOut'), run: () => void signOut() },
  ];
}
