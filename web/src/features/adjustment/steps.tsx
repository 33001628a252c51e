'use client';

import { Text, Timeline } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { EntryPostings } from '@/features/journal';
import { useFmt } from '@/fmt';
import type { AdjustmentFieldsFragment } from '@/graphql/generated/graphql';
import { Panel } from '@/ui/panel';
import { useEnumLabel } from '@/ui/use-enum-label';

/** Who did what with the adjustment, when and why, with the entries of the journal it made. */
export function Steps({ adjustment: { steps } }: { adjustment: AdjustmentFieldsFragment }) {
  const t = useTranslations('adjustment');
  const fmt = useFmt();
  const kind = useEnumLabel('adjustmentStep');
  return (
    <Panel title={t('history')}>
      <Timeline active={steps.length - 1} bulletSize={14} lineWidth={2}>
        {steps.map((step) => (
          <Timeline.Item key={step.at + step.kind} title={kind(step.kind)}>
            <Text fz="sm" c="dimmed">
              {fmt.dateTime(step.at)} · {step.kind === 'LAPSED' ? t('byItself') : step.actorName}
            </Text>
            {step.note !== null && <Text fz="sm">{step.note}</Text>}
            {step.entry !== null && <EntryPostings entry={step.entry} />}
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}
