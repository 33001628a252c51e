'use client';

import { Group, Paper, Text } from '@mantine/core';
import type { ReportDefinitionFieldsFragment } from '@/graphql/generated/graphql';
import { TextLink } from '@/ui/text-link';
import { Picture } from './picture';
import { kindOf } from './kinds';
import classes from './reports.module.css';

interface Props {
  report: Pick<ReportDefinitionFieldsFragment, 'key' | 'name' | 'description'>;
  segmentId: string | undefined;
}

/** A report with its sentence and what its chart is like; all of the card leads there. */
export function ReportCard({ report: { key, name, description }, segmentId }: Props) {
  const query = segmentId === undefined ? '' : `?segment=${encodeURIComponent(segmentId)}`;
  return (
    <Paper withBorder p="sm" className={classes.card}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Picture kind={kindOf(key)} />
        <div>
          <TextLink href={`/reports/${key}${query}`} fw={600} fz="sm" className={classes.link}>
            {name}
          </TextLink>
          <Text fz="sm" c="dimmed" lh={1.35}>
            {description}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
