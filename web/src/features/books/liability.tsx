'use client';

import { Group, SegmentedControl, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt, useNow } from '@/fmt';
import {
  LiabilityDocument,
  LiabilitySeriesDocument,
  type LiabilityQuery,
  type LiabilityQueryVariables,
  type LiabilitySeriesQuery,
  type LiabilitySeriesQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { PeriodPicker, usePeriod } from '@/ui/period';
import { useUrlState } from '@/ui/url-state';
import { AsOfField } from './as-of-field';
import { BooksPage } from './books-page';
import { EntityField } from './entity-field';
import { LiabilityChart } from './liability-chart';
import { LiabilityTable } from './liability-table';
import { axisOf, liabilitySeriesVariables, liabilityVariables } from './variables';

interface Props {
  first: Loaded<LiabilityQuery, LiabilityQueryVariables>;
  firstSeries: Loaded<LiabilitySeriesQuery, LiabilitySeriesQueryVariables>;
}

/** What the programme owes its members: over time, and by legal entity as of any past day. */
export function Liability({ first, firstSeries }: Props) {
  const t = useTranslations('books');
  const fmt = useFmt();
  const [params, change] = useUrlState();
  const period = usePeriod();
  const graph = useGraph(LiabilityDocument, liabilityVariables(params, fmt.timeZone), { first });
  const variables = liabilitySeriesVariables(params, fmt.today(useNow()));
  const series = useGraph(LiabilitySeriesDocument, variables, { first: firstSeries });
  const entities = (graph.data?.liability.entities ?? []).map(({ legalEntity }) => legalEntity);
  return (
    <BooksPage part="liability">
      <Group gap="sm" align="flex-end">
        <PeriodPicker period={period} />
        <EntityField entities={entities} />
        <SegmentedControl
          size="xs"
          aria-label={t('axis')}
          value={axisOf(params)}
          onChange={(axis) => change({ axis: axis === 'BOOKED' ? axis : undefined })}
          data={[
            { value: 'OCCURRED', label: t('axisOccurred') },
            { value: 'BOOKED', label: t('axisBooked') },
          ]}
        />
      </Group>
      <Stack gap="sm">
        <LiabilityChart graph={series} period={period} grain={variables.grain ?? 'DAY'} />
        <LiabilityTable graph={graph} control={<AsOfField />} />
      </Stack>
    </BooksPage>
  );
}
