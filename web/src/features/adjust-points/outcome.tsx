'use client';

import { Alert, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useViewer } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { typedDecimal } from '@/fmt/typed-decimal';
import { AdjustmentLimitsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { isAmount, type AdjustForm } from './adjust-form';

/** What the role may adjust, and what will become of what is typed: booked at once, or put before a colleague. */
export function Outcome({ form, available }: { form: AdjustForm; available: string }) {
  const t = useTranslations('adjust');
  const fmt = useFmt();
  const { role } = useViewer();
  const { data } = useGraph(AdjustmentLimitsDocument, {});
  const limit = data?.adjustmentLimits.find((one) => one.role === role);
  const amount = isAmount(form.amount) ? Number(typedDecimal(form.amount)) : undefined;
  const waits = limit !== undefined && amount !== undefined && amount > Number(limit.approvalAbove);
  return (
    <Alert variant="outline" color={waits ? 'yellow' : 'gray'} p="xs">
      <Text fz="sm" aria-live="polite">
        {amount === undefined || limit === undefined ? null : waits ? t('willWait') : t('willBook')}{' '}
        {t('availableNow', { points: fmt.points(available) })}
      </Text>
      {limit !== undefined && (
        <Text fz="sm" c="dimmed">
          {t('mayAdjust', {
            one: fmt.points(limit.perAdjustment),
            day: fmt.points(limit.perDay),
            alone: fmt.points(limit.approvalAbove),
          })}
        </Text>
      )}
    </Alert>
  );
}
