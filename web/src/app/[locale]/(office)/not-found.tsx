'use client';

import { useTranslations } from 'next-intl';
import { NothingYet } from '@/ui/empty';
import { Page } from '@/ui/page';
import { TextLink } from '@/ui/text-link';

export default function NotFound() {
  const t = useTranslations('notFound');
  return (
    <Page title={t('title')}>
      <NothingYet title={t('what')} hint={t('hint')} action={<TextLink href="/">{t('home')}</TextLink>} />
    </Page>
  );
}
