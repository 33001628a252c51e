'use client';

import { Group, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { ReportsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { TextLink } from '@/ui/text-link';

/** Asked for every day: the rest is one step further. */
const daily = ['sales', 'identified', 'penetration', 'participants', 'redemption', 'promotions'];

/** Ways from the home page into the reports. */
export function ReportLinks() {
  const t = useTranslations('reports');
  const { data } = useGraph(ReportsDocument, { locale: useLocale() });
  const shown = daily.flatMap((key) => data?.reports.find((report) => report.key === key) ?? []);
  return (
    <Group component="nav" aria-label={t('title')} gap="sm" fz="sm" mih={20}>
      <Text span fz="sm" c="dimmed">
        {t('title')}:
      </Text>
      {shown.map(({ key, name }) => (
        <TextLink key={key} href={`/reports/${key}`}>
          {name}
        </TextLink>
      ))}
      <TextLink href="/reports">{t('all')}</TextLink>
    </Group>
  );
}
