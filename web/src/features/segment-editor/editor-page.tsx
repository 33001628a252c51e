'use client';

import { Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import type { SegmentFieldsFragment } from '@/graphql/generated/graphql';
import { Page } from '@/ui/page';

// The form comes when it is opened: nobody else waits for it.
const EditorOf = dynamic(async () => (await import('./editor')).StartEditor, {
  ssr: false,
  loading: () => <Awaited />,
});

export interface EditorPageProps {
  /** The segment to edit; absent for a new one. */
  segment?: SegmentFieldsFragment | undefined;
  /** The segment or group a new one begins as a copy of. */
  copyOf?: SegmentFieldsFragment | undefined;
  /** Conditions a new one begins with, as JSON: whoever led here knows them, and they have no name yet. */
  definition?: string | undefined;
}

/** The builder, loaded when it is opened. */
export function SegmentEditor(props: EditorPageProps) {
  return <EditorOf {...props} />;
}

function Awaited() {
  const t = useTranslations('segments');
  return (
    <Page title={t('title')}>
      <Skeleton h={480} />
    </Page>
  );
}
