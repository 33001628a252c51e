'use client';

import { Button, Grid, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { receiptLabel } from '@/features/receipts';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  ReceiptDocument,
  ReceiptEntriesDocument,
  type ReceiptEntriesQuery,
  type ReceiptQuery,
  type ReceiptQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Facts } from '@/ui/facts';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { Entries } from './entries';
import { LimitsUsed } from './limits-used';
import { Lines } from './lines';
import { Returns } from './returns';

export type ReceiptDetails = NonNullable<ReceiptQuery['purchase']>;

interface Props {
  first: Loaded<ReceiptQuery, ReceiptQueryVariables>;
  entries: Loaded<ReceiptEntriesQuery, ReceiptQueryVariables> | undefined;
}

/** A sale as it was printed, and what it did to the books. */
export function Receipt({ first, entries }: Props) {
  const t = useTranslations('receipt');
  const graph = useGraph(ReceiptDocument, first.variables, { first });
  const mayBooks = useMay('ledger.read');
  const entriesGraph = useGraph(ReceiptEntriesDocument, first.variables, { first: entries, pause: !mayBooks });
  const receipt = graph.data?.purchase;
  const number = receipt == null ? '' : receiptLabel(receipt);
  return (
    <Page
      title={t('titleOf', { number })}
      crumbs={[{ label: t('receipts'), href: '/receipts' }]}
      aside={receipt != null && <StatusBadge kind="receiptKind" status={receipt.kind} />}
      actions={
        receipt != null && (
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        )
      }
    >
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      {receipt != null && (
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stack gap="sm">
              <Panel title={t('lines')}>
                <Lines receipt={receipt} />
              </Panel>
              {receipt.returns.length > 0 && <Returns receipt={receipt} />}
              {receipt.limitsUsed.length > 0 && <LimitsUsed receipt={receipt} />}
              {mayBooks && <Entries graph={entriesGraph} />}
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <Stack gap="sm">
              <Sums receipt={receipt} />
              <Sale receipt={receipt} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}

function Sums({ receipt }: { receipt: ReceiptDetails }) {
  const t = useTranslations('receipt');
  const fmt = useFmt();
  const { pointsActivateAt, pointsExpireAt } = receipt;
  return (
    <Panel title={t('sums')}>
      <Facts
        facts={[
          [t('total'), fmt.money(receipt.total)],
          [t('discount'), fmt.money(receipt.discount)],
          [t('pointsSpent'), fmt.points(receipt.pointsSpent)],
          [t('payable'), <strong key="payable">{fmt.money(receipt.payable)}</strong>],
          [t('pointsEarned'), fmt.points(receipt.pointsEarned)],
          ...(pointsActivateAt === null ? [] : [[t('activatesAt'), fmt.date(pointsActivateAt)] as [string, string]]),
          ...(pointsExpireAt === null ? [] : [[t('expiresAt'), fmt.date(pointsExpireAt)] as [string, string]]),
          ...receipt.payments.map(({ tender, amount }): [string, string] => [tender, fmt.money(amount)]),
        ]}
      />
    </Panel>
  );
}

function Sale({ receipt }: { receipt: ReceiptDetails }) {
  const t = useTranslations('receipt');
  const fmt = useFmt();
  const policy = useEnumLabel('shortfallPolicy');
  const { member } = receipt;
  return (
    <Panel title={t('sale')}>
      <Facts
        facts={[
          [
            t('member'),
            member === null ? t('anonymous') : <TextLink href={`/members/${member.id}`}>{member.displayName}</TextLink>,
          ],
          [t('occurredAt'), fmt.dateTime(receipt.occurredAt)],
          [t('recordedAt'), fmt.dateTime(receipt.recordedAt)],
          [t('businessDay'), fmt.date(receipt.businessDay)],
          [t('store'), receipt.store.name],
          [t('till'), receipt.tillId],
          [t('cashier'), receipt.cashierId],
          [t('id'), receipt.id],
          ...(member === null ? [] : [[t('shortfallPolicy'), policy(receipt.shortfallPolicy)] as [string, string]]),
          [t('origin'), receipt.imported ? t('imported') : t('atTill')],
        ]}
      />
    </Panel>
  );
}
