'use client';

import { Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useStoreOptions } from '@/features/stores';
import { useFmt } from '@/fmt';
import type { MembersQuery } from '@/graphql/generated/graphql';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

export type MemberRow = MembersQuery['members']['edges'][number]['node'];

/** Points by member id; undefined while awaited, empty when the ledger does not answer. */
export type Balances = Map<string, string> | undefined;

export function useMemberColumns(balances: Balances): Column<MemberRow>[] {
  const t = useTranslations('members');
  const fmt = useFmt();
  const channel = useEnumLabel('channel');
  const stores = useStoreOptions();
  const storeName = (id: string | null) => stores.find(({ value }) => value === id)?.label ?? id ?? '—';
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, displayName }) => <TextLink href={`/members/${id}`}>{displayName || t('nameless')}</TextLink>,
      csv: ({ displayName }) => displayName,
    },
    { key: 'card', header: t('card'), cell: (row) => cardOf(row) ?? '—', csv: (row) => cardOf(row) ?? '' },
    { key: 'phone', header: t('phone'), cell: ({ phone }) => phone ?? '—', csv: ({ phone }) => phone ?? '' },
    { key: 'email', header: t('email'), cell: ({ email }) => email ?? '—', csv: ({ email }) => email ?? '' },
    { key: 'city', header: t('city'), cell: ({ city }) => city ?? '—', csv: ({ city }) => city ?? '' },
    {
      key: 'store',
      header: t('homeStore'),
      hidden: true,
      cell: ({ homeStoreId }) => storeName(homeStoreId),
      csv: ({ homeStoreId }) => homeStoreId ?? '',
    },
    {
      key: 'channel',
      header: t('channel'),
      hidden: true,
      cell: (row) => channel(row.channel),
      csv: (row) => row.channel,
    },
    {
      key: 'balance',
      header: t('balance'),
      numeric: true,
      cell: ({ id }) => <BalanceCell balances={balances} id={id} />,
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <StatusBadge kind="memberStatus" status={status} />,
      csv: ({ status }) => status,
    },
    {
      key: 'registered',
      header: t('registeredAt'),
      numeric: true,
      cell: ({ registeredAt }) => fmt.date(registeredAt),
      csv: ({ registeredAt }) => registeredAt,
    },
  ];
}

function cardOf({ cards }: MemberRow): string | undefined {
  return (cards.find(({ status }) => status === 'ACTIVE') ?? cards[0])?.number;
}

function BalanceCell({ balances, id }: { balances: Balances; id: string }) {
  const fmt = useFmt();
  if (balances === undefined) return <Skeleton height={10} width={48} ms="auto" />;
  const available = balances.get(id);
  return available === undefined ? '—' : fmt.points(available);
}
