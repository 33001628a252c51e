'use client';

import { Alert, Grid, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useViewer } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  AdjustmentDocument,
  type AdjustmentFieldsFragment,
  type AdjustmentQuery,
  type AdjustmentQueryVariables,
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
import { Decisions } from './decisions';
import { Steps } from './steps';

/** Points given or taken by hand: what was asked for, by whom, and everything that was done with it. */
export function Adjustment({ first }: { first: Loaded<AdjustmentQuery, AdjustmentQueryVariables> }) {
  const t = useTranslations('adjustment');
  const fmt = useFmt();
  const graph = useGraph(AdjustmentDocument, first.variables, { first });
  const adjustment = graph.data?.adjustment;
  return (
    <Page
      title={adjustment == null ? t('title') : t('titleOf', { points: fmt.pointsSigned(adjustment.amount) })}
      crumbs={[{ label: t('adjustments'), href: '/adjustments' }]}
      aside={adjustment != null && <StatusBadge kind="adjustmentStatus" status={adjustment.status} />}
      actions={adjustment != null && <Decisions adjustment={adjustment} onChanged={graph.refetch} />}
    >
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      {adjustment != null && (
        <>
          <Waiting adjustment={adjustment} />
          <Grid gap="sm">
            <Grid.Col span={{ base: 12, lg: 7 }}>
              <Steps adjustment={adjustment} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <Stack gap="sm">
                <AskedFor adjustment={adjustment} />
              </Stack>
            </Grid.Col>
          </Grid>
        </>
      )}
    </Page>
  );
}

/** What happens next, for the one who looks. */
function Waiting({ adjustment: { status, authorId, lapsesAt } }: { adjustment: AdjustmentFieldsFragment }) {
  const t = useTranslations('adjustment');
  const fmt = useFmt();
  const mine = useViewer().id === authorId;
  if (status !== 'PROPOSED') return null;
  const until = lapsesAt === null ? '—' : fmt.dateTime(lapsesAt);
  return (
    <Alert variant="outline" color="yellow" title={t('waiting')}>
      {mine ? t('waitingMine', { until }) : t('waitingOther', { until })}
    </Alert>
  );
}

function AskedFor({ adjustment }: { adjustment: AdjustmentFieldsFragment }) {
  const t = useTranslations('adjustment');
  const fmt = useFmt();
  const reason = useEnumLabel('adjustmentReason');
  const { member, activationDays, lifetimeDays, legalEntity } = adjustment;
  const gives = !adjustment.amount.startsWith('-');
  return (
    <Panel title={t('askedFor')}>
      <Facts
        facts={[
          [
            t('member'),
            <TextLink key="member" href={`/members/${member.id}`}>
              {member.displayName || member.id}
            </TextLink>,
          ],
          [t('points'), <strong key="points">{fmt.pointsSigned(adjustment.amount)}</strong>],
          [t('reason'), reason(adjustment.reason)],
          [t('note'), adjustment.note],
          [t('author'), adjustment.authorName],
          [t('createdAt'), fmt.dateTime(adjustment.createdAt)],
          ...(gives
            ? ([
                [
                  t('activation'),
                  activationDays === 0
                    ? t('atOnce')
                    : t('days', { count: activationDays, n: fmt.number(activationDays) }),
                ],
                [
                  t('lifetime'),
                  lifetimeDays === null
                    ? t('forEver')
                    : t('days', { count: lifetimeDays, n: fmt.number(lifetimeDays) }),
                ],
                [t('legalEntity'), legalEntity],
              ] as [string, string | null][])
            : []),
        ]}
      />
    </Panel>
  );
}
