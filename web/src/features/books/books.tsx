'use client';

import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { entriesHref } from '@/features/book-entries';
import { useFmt } from '@/fmt';
import {
  TrialBalanceDocument,
  type TrialBalanceQuery,
  type TrialBalanceQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { dateParam } from '@/ui/params';
import { DataTable, ExportButton, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useUrlState } from '@/ui/url-state';
import { AsOfField } from './as-of-field';
import { BooksPage } from './books-page';
import { trialBalanceVariables } from './variables';

type Account = TrialBalanceQuery['trialBalance']['accounts'][number];

/** Every account's sum as of any past day; together they are zero. */
export function Books({ first }: { first: Loaded<TrialBalanceQuery, TrialBalanceQueryVariables> }) {
  const t = useTranslations('books');
  const fmt = useFmt();
  const [params] = useUrlState();
  const graph = useGraph(TrialBalanceDocument, trialBalanceVariables(params, fmt.timeZone), { first });
  const balance = graph.data?.trialBalance;
  const columns = useAccountColumns(dateParam(params, 'day'));
  return (
    <BooksPage part="trialBalance">
      <Group align="flex-end" justify="space-between" maw={760}>
        <AsOfField />
        {balance !== undefined && (
          <Group gap="sm">
            <Text fz="sm" className="num">
              {fmt.dateTime(balance.asOf)} · {t('total')}: <strong>{fmt.points(balance.total)}</strong>
            </Text>
            <ExportButton
              name="trial-balance"
              columns={columns}
              loadPage={async () => ({ rows: balance.accounts, endCursor: null })}
            />
          </Group>
        )}
      </Group>
      <div style={{ maxWidth: 760 }}>
        <DataTable
          label={t('trialBalance.title')}
          columns={columns}
          rows={balance?.accounts}
          rowKey={(row) => `${row.account} ${row.legalEntity ?? ''}`}
          graph={graph}
          empty={t('none')}
        />
      </div>
    </BooksPage>
  );
}

function useAccountColumns(day: string | undefined): Column<Account>[] {
  const t = useTranslations('books');
  const fmt = useFmt();
  const account = useEnumLabel('account');
  return [
    {
      key: 'account',
      header: t('account'),
      wrap: true,
      cell: (row) => <TextLink href={entriesHref(row, day)}>{account(row.account)}</TextLink>,
      csv: (row) => row.account,
    },
    {
      key: 'entity',
      header: t('legalEntity'),
      wrap: true,
      cell: ({ legalEntity }) => legalEntity ?? '—',
      csv: ({ legalEntity }) => legalEntity ?? '',
    },
    {
      key: 'balance',
      header: t('balance'),
      numeric: true,
      cell: ({ balance }) => fmt.points(balance),
      csv: ({ balance }) => balance,
    },
  ];
}
