'use client';

import { Button, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { MemberLotsDocument, type LotStoryFragment } from '@/graphql/generated/graphql';
import { NothingYet } from '@/ui/empty';
import { DataTable, KeysetPager } from '@/ui/table';
import { prefixes } from './history-variables';
import { useLotColumns } from './lot-columns';
import { useMemberPage, type MemberListProps } from './use-member-page';

const LotStory = dynamic(async () => (await import('./lot-story')).LotStory);

/** Every lot the member ever had, each with the story of its points. */
export function MemberLots(member: MemberListProps) {
  const t = useTranslations('member');
  const graph = useMemberPage(MemberLotsDocument, 'lots', member, member.history.lots);
  const page = graph.data?.member?.lotHistory;
  const columns = useLotColumns<LotStoryFragment>();
  const [told, setTold] = useState<string>();
  const lot = page?.edges.find(({ node }) => node.id === told)?.node;
  const story = {
    key: 'story',
    header: t('story'),
    cell: ({ id }: LotStoryFragment) => (
      <Button variant="subtle" size="compact-xs" onClick={() => setTold(id)}>
        {t('storyOpen')}
      </Button>
    ),
  };
  return (
    <Stack gap="xs">
      <DataTable
        label={t('lotsAll')}
        columns={[...columns, story]}
        rows={page?.edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        graph={graph}
        empty={<NothingYet title={t('noLots')} />}
      />
      {page !== undefined && <KeysetPager count={page.edges.length} pageInfo={page.pageInfo} prefix={prefixes.lots} />}
      {lot !== undefined && <LotStory lot={lot} onClose={() => setTold(undefined)} onChanged={graph.refetch} />}
    </Stack>
  );
}
