'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useSections } from '@/features/sections';
import { useSignOut } from '@/features/sign-in';
import { useMay } from '@/features/viewer';
import { ReportsDocument } from '@/graphql/generated/graphql';
import type { Find } from './find';

/** The pages a person may open. */
export function usePages(go: (href: string) => void): Find[] {
  const t = useTranslations('nav');
  return useSections()
    .flatMap((section) => section.destinations)
    .map(({ name, href }) => ({ id: href, label: t(name), run: () => go(href) }));
}

/** Reports by name; asked when somebody begins to search, and kept. */
export function useReports(go: (href: string) => void, isSearching: boolean): Find[] {
  const pause = !useMay('metrics.read') || !isSearching;
  const [{ data }] = useQuery({ query: ReportsDocument, variables: { locale: useLocale() }, pause });
  return (data?.reports ?? []).map(({ key, name, description }) => ({
    ...{ id: `report ${key}`, label: name, description },
    run: () => go(`/reports/${key}`),
  }));
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
