'use client';

import { Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import type { PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { Page } from '@/ui/page';

// The engine's language comes with the form: nobody else waits for it.
const EditorOf = dynamic(async () => (await import('./start-editor')).StartEditor, {
  ssr: false,
  loading: () => <Awaited />,
});

export interface EditorPageProps {
  /** The promotion to edit; absent for a new one. */
  promotion?: PromotionFieldsFragment | undefined;
  /** The promotion a new one begins as a copy of. */
  copyOf?: PromotionFieldsFragment | undefined;
  /** The template a new one begins as. */
  templateKey?: string | undefined;
  /** The segment a new one is for. */
  segmentId?: string | undefined;
}

/** The constructor, loaded when it is opened. */
export function PromotionEditor(props: EditorPageProps) {
  return <EditorOf {...props} />;
}

function Awaited() {
  const t = useTranslations('promotion');
  return (
    <Page title={t('one')} crumbs={[{ label: t('promotions'), href: '/promotions' }]}>
      <Skeleton h={480} />
    </Page>
  );
}
