'use client';

import { Group, Paper, Skeleton, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { Graph } from '@/graphql/use-graph';
import { FailureAlert } from './failure-alert';

interface Props {
  title: string;
  action?: ReactNode;
  /** Shown while there is an answer; a failure of its data stays in this panel. */
  graph?: Pick<Graph<unknown>, 'failure' | 'refetch' | 'data'>;
  children: ReactNode;
}

/** A titled part of a page with its own data. */
export function Panel({ title, action, graph, children }: Props) {
  const headingId = useId();
  const failure = graph?.failure;
  const waiting = graph !== undefined && graph.data === undefined && failure === undefined;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={headingId}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" mih={28}>
          <Title order={2} id={headingId}>
            {title}
          </Title>
          {action}
        </Group>
        {failure !== undefined && <FailureAlert failure={failure} onRetry={graph?.refetch} />}
        {waiting ? <Skeleton h={64} /> : (graph === undefined || graph.data !== undefined) && children}
      </Stack>
    </Paper>
  );
}
