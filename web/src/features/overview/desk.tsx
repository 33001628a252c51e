'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type FormEvent } from 'react';
import { useSubscription } from 'urql';
import {
  LatestReceiptsDocument,
  ReceiptPulseDocument,
  type LatestReceiptsQuery,
  type LatestReceiptsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { useRouter } from '@/i18n/navigation';
import { Page } from '@/ui/page';
import { useWatched } from '@/ui/use-watched';
import { LatestReceipts } from './latest-receipts';

const beatMs = 2_000;

/** The home of who serves members and steers by no figures: find the caller, see what the tills just sold. */
export function Desk({ latest }: { latest: Loaded<LatestReceiptsQuery, LatestReceiptsQueryVariables> }) {
  const t = useTranslations('overview');
  const graph = useGraph(LatestReceiptsDocument, {}, { first: latest });
  const refetch = useThrottledCallback(graph.refetch, beatMs);
  const watched = useWatched();
  const [{ data }] = useSubscription({ query: ReceiptPulseDocument, variables: {}, pause: !watched });
  useEffect(() => {
    if (data !== undefined) refetch();
  }, [data, watched, refetch]);
  return (
    <Page title={t('title')}>
      <FindMember />
      <LatestReceipts graph={graph} />
    </Page>
  );
}

function FindMember() {
  const t = useTranslations('members');
  const router = useRouter();
  const [text, setText] = useState('');
  const find = (event: FormEvent) => {
    event.preventDefault();
    router.push(`/members?q=${encodeURIComponent(text.trim())}`);
  };
  return (
    <Group component="form" role="search" align="flex-end" gap="xs" onSubmit={find}>
      <TextInput
        type="search"
        size="md"
        label={t('search')}
        w={{ base: '100%', xs: 420 }}
        autoFocus
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="md">
        {t('find')}
      </Button>
    </Group>
  );
}
