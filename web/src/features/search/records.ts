'use client';

import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt, type Fmt } from '@/fmt';
import { SearchDocument, type SearchQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import type { Find } from './find';

const charactersMin = 2;

/** What the services know under a text: members, receipts by number, promotions and segments by name. */
export function useRecords(text: string, go: (href: string) => void) {
  const t = useTranslations('search');
  const fmt = useFmt();
  const variables = {
    text,
    members: useMay('members.read'),
    receipts: useMay('receipts.read'),
    promotions: useMay('promotions.read'),
    segments: useMay('segments.read'),
  };
  const pause = text.length < charactersMin;
  const { data, failure, fetching } = useGraph(SearchDocument, variables, { pause });
  const found = pause || data === undefined ? [] : toFinds(data, fmt, t('receipt'));
  return {
    finds: found.map(({ href, ...find }): Find => ({ ...find, run: () => go(href) })),
    searching: fetching,
    failed: !pause && failure !== undefined,
  };
}

type Place = Omit<Find, 'run'> & { href: string };

function toFinds(data: SearchQuery, fmt: Fmt, receipt: string): Place[] {
  const members = (data.members?.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: node.displayName,
    description: [node.phone, node.cards[0]?.number].filter(Boolean).join(' · '),
    href: `/members/${node.id}`,
  }));
  const receipts = (data.purchases?.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: `${receipt} ${node.receiptNumber ?? node.id}`,
    description: [fmt.dateTime(node.occurredAt), node.store.name, fmt.money(node.payable)].join(' · '),
    href: `/receipts/${encodeURIComponent(node.id)}`,
  }));
  const promotions = (data.promotions?.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: node.name,
    href: `/promotions/${node.id}`,
  }));
  const segments = (data.segments?.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: node.name,
    description: fmt.number(node.size),
    href: `/segments/${node.id}`,
  }));
  return [...members, ...receipts, ...promotions, ...segments];
}
