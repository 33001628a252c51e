'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import {
  CouponIncidentsDocument,
  type CouponIncidentsQuery,
  type CouponIncidentsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Page } from '@/ui/page';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

type Incident = CouponIncidentsQuery['couponIncidents']['edges'][number]['node'];

/** When somebody tried codes that do not exist, the latest first. */
export function CouponIncidents({ first }: { first: Loaded<CouponIncidentsQuery, CouponIncidentsQueryVariables> }) {
  const t = useTranslations('couponIncidents');
  const graph = useGraph(CouponIncidentsDocument, first.variables, { first });
  return (
    <Page title={t('title')} crumbs={[{ label: t('coupons'), href: '/coupons' }]}>
      <Text fz="sm" maw={720}>
        {t('hint')}
      </Text>
      <DataTable
        label={t('title')}
        columns={useIncidentColumns()}
        rows={graph.data?.couponIncidents.edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        graph={graph}
        empty={<NothingYet title={t('none')} />}
      />
    </Page>
  );
}

function useIncidentColumns(): Column<Incident>[] {
  const t = useTranslations('couponIncidents');
  const fmt = useFmt();
  const kind = useEnumLabel('guesserKind');
  return [
    { key: 'lastAt', header: t('lastAt'), cell: ({ lastAt }) => fmt.dateTime(lastAt) },
    { key: 'kind', header: t('kind'), cell: (incident) => kind(incident.kind) },
    {
      key: 'who',
      header: t('who'),
      cell: ({ member, tillId, keyName }) =>
        member === null ? (tillId ?? keyName) : <TextLink href={`/members/${member.id}`}>{t('member')}</TextLink>,
    },
    { key: 'keyName', header: t('key'), secondary: true, cell: ({ keyName }) => keyName },
    { key: 'store', header: t('store'), cell: ({ storeId }) => storeId ?? '—' },
    { key: 'guesses', header: t('guesses'), numeric: true, cell: ({ guesses }) => fmt.number(guesses) },
    { key: 'since', header: t('since'), numeric: true, cell: ({ since }) => fmt.dateTime(since) },
  ];
}
