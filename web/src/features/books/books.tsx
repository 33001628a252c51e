'use client';

import { Group, Stack, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import {
  TrialBalanceDocument,
  type TrialBalanceQuery,
  type TrialBalanceQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Page } from '@/ui/page';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useUrlState } from '@/ui/url-state';
import { VerifyLedger } from './verify-ledger';
import { trialBalanceVariables } from './variables';

type Account = TrialBalanceQuery['trialBalance']['accounts'][number];

/** The books of points: every account's sum, which together are zero, and the check that they are right. */
export function Books({ first }: { first: Loaded<TrialBalanceQuery, TrialBalanceQueryVariables> }) {
  const t = useTranslations('books');
  const fmt = useFmt();
  const [params, change] = useUrlState();
  const graph = useGraph(TrialBalanceDocument, trialBalanceVariables(params, fmt.timeZone), { first });
  const account = useEnumLabel('account');
  const columns: Column<Account>[] = [
    { key: 'account', header: t('account'), cell: (row) => account(row.account) },
    { key: 'entity', header: t('legalEntity'), cell: ({ legalEntity }) => legalEntity ?? '—' },
    { key: 'balance', header: t('balance'), numeric: true, cell: ({ balance }) => fmt.points(balance) },
  ];
  const balance = graph.data?.trialBalance;
  return (
    <Page title={t('title')}>
      <Stack gap="sm" maw={760}>
        <Group align="flex-end" justify="space-between">
          <DatePickerInput
            label={t('asOf')}
            placeholder={t('now')}
            valueFormat="DD.MM.YYYY"
            w={220}
            clearable
            value={params.get('day')}
            onChange={(day) => change({ day: day ?? undefined })}
          />
          {balance !== undefined && (
            <Text fz="sm" className="num">
              {fmt.dateTime(balance.asOf)} · {t('total')}: <strong>{fmt.points(balance.total)}</strong>
            </Text>
          )}
        </Group>
        <DataTable
          label={t('title')}
          columns={columns}
          rows={balance?.accounts}
          rowKey={(row) => `${row.account} ${row.legalEntity ?? ''}`}
          graph={graph}
          empty={t('none')}
        />
        <VerifyLedger />
      </Stack>
    </Page>
  );
}
