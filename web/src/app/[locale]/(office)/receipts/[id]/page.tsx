import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Receipt } from '@/features/receipt';
import { viewerMay } from '@/features/viewer/load-viewer';
import { ReceiptDocument, ReceiptEntriesDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';

type Props = PageProps<'/[locale]/receipts/[id]'>;

const loadReceipt = cache((id: string) => load(ReceiptDocument, { id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('receipt');
  const { data } = await loadReceipt(await idOf(params));
  return { title: t('titleOf', { number: data?.purchase?.receiptNumber ?? '' }) };
}

export default async function ReceiptPage({ params }: Props) {
  if (!(await viewerMay('receipts.read'))) return <NoAccess />;
  const id = await idOf(params);
  const mayBooks = await viewerMay('ledger.read');
  const [first, entries] = await Promise.all([
    loadReceipt(id),
    mayBooks ? load(ReceiptEntriesDocument, { id }) : undefined,
  ]);
  if (first.data?.purchase === null && first.failure === undefined) notFound();
  return <Receipt first={first} entries={entries} />;
}

// Ids of imported receipts carry characters that an address encodes.
async function idOf(params: Props['params']): Promise<string> {
  return decodeURIComponent((await params).id);
}
