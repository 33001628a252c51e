'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { ProgrammeDocument, type ProgrammeQuery, type ProgrammeQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { ProgrammeSettings } from './programme-settings';

/** How points are earned and spent. */
export function Programme({ first }: { first: Loaded<ProgrammeQuery, ProgrammeQueryVariables> }) {
  const t = useTranslations('programme');
  const fmt = useFmt();
  const graph = useGraph(ProgrammeDocument, {}, { first });
  const programme = graph.data?.programme;
  return (
    <Page
      title={t('title')}
      aside={
        programme !== undefined && (
          <Text fz="sm" c="dimmed">
            {t('updatedAt', { when: fmt.dateTime(programme.updatedAt) })}
          </Text>
        )
      }
    >
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      {programme !== undefined && (
        <ProgrammeSettings key={programme.version} programme={programme} onSaved={graph.refetch} />
      )}
    </Page>
  );
}
