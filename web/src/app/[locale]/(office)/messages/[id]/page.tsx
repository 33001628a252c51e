import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Message } from '@/features/messages';
import { viewerMay } from '@/features/viewer/load-viewer';
import { MessageBodyDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';

const loadMessage = cache((id: string) => load(MessageBodyDocument, { id }));

export async function generateMetadata({ params }: PageProps<'/[locale]/messages/[id]'>): Promise<Metadata> {
  const t = await getTranslations('messages');
  const { data } = await loadMessage((await params).id);
  return { title: data?.message?.subject || t('one') };
}

export default async function MessagePage({ params }: PageProps<'/[locale]/messages/[id]'>) {
  if (!(await viewerMay('messages.read'))) return <NoAccess />;
  const first = await loadMessage((await params).id);
  if (first.data?.message === null && first.failure === undefined) notFound();
  return <Message first={first} />;
}
