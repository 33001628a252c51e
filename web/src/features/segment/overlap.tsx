'use client';

import { MultiSelect, Stack, Table, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useNamed } from '@/features/sentence-rows';
import { useFmt } from '@/fmt';
import { SegmentOverlapDocument, type SegmentOverlapQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { useUrlState } from '@/ui/url-state';
import classes from './overlap.module.css';

const [idsMin, idsMax] = [2, 6];

/** How far two to six segments overlap; which ones is kept in the address. */
export function SegmentOverlap() {
  const t = useTranslations('segment');
  const title = useTranslations('segments')('title');
  const [params, change] = useUrlState();
  const named = useNamed('segments');
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const ids = (params.get('ids') ?? '').split(',').filter(Boolean).slice(0, idsMax);
  const isEnough = ids.length >= idsMin;
  const graph = useGraph(SegmentOverlapDocument, { ids }, { pause: !isEnough });
  const overlap = isEnough ? graph.data?.segmentOverlap : undefined;
  return (
    <Page title={t('overlapTitle')} crumbs={[{ label: title, href: '/segments' }]}>
      <Stack gap="sm">
        <MultiSelect
          label={t('overlapChoose')}
          searchable
          hidePickedOptions
          maxValues={idsMax}
          data={ids
            .filter((id) => !names.has(id))
            .concat([...names.keys()])
            .map((id) => ({ value: id, label: names.get(id) ?? id }))}
          value={ids}
          onChange={(chosen) => change({ ids: chosen.length === 0 ? undefined : chosen.join(',') })}
        />
        {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
        {!isEnough && <Text c="dimmed">{t('overlapNone')}</Text>}
        {overlap?.sizes.length === ids.length && (
          <Panel title={t('members')}>
            <Text fz="sm" c="dimmed">
              {t('overlapHelp')}
            </Text>
            <Parts names={ids.map((id) => names.get(id) ?? id)} overlap={overlap} />
          </Panel>
        )}
      </Stack>
    </Page>
  );
}

interface PartsProps {
  names: string[];
  overlap: SegmentOverlapQuery['segmentOverlap'];
}

/** A row for each combination that has members, the largest first: dots say which segments, a bar how many. */
function Parts({ names, overlap: { sizes, parts } }: PartsProps) {
  const t = useTranslations('segment');
  const list = useTranslations('segments');
  const fmt = useFmt();
  const ordered = [...parts].sort((a, b) => b.members - a.members);
  const largest = Math.max(1, ...parts.map(({ members }) => members));
  const all = parts.reduce((sum, { members }) => sum + members, 0);
  return (
    <Table.ScrollContainer minWidth={120 + names.length * 90}>
      <Table className={classes.parts} aria-label={t('overlapTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{list('size')}</Table.Th>
            {names.map((name, index) => (
              <Table.Th key={index} className={classes.set}>
                {name}
                <Text fz="xs" c="dimmed" className="num">
                  {fmt.number(sizes[index] ?? 0)}
                </Text>
              </Table.Th>
            ))}
            <Table.Th className={classes.bar}>{t('ofAll')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map(({ in: sets, members }) => (
            <Table.Tr key={sets.join()}>
              <Table.Td className="num">{fmt.number(members)}</Table.Td>
              {names.map((name, index) => (
                <Table.Td key={index} className={classes.set}>
                  <span
                    className={classes.dot}
                    data-in={sets.includes(index) || undefined}
                    role="img"
                    aria-label={`${name}: ${sets.includes(index) ? t('isIn') : t('notIn')}`}
                  />
                </Table.Td>
              ))}
              <Table.Td className={classes.bar}>
                <div className={classes.track}>
                  <div className={classes.fill} style={{ width: `${(members / largest) * 100}%` }} />
                  <Text span fz="xs" c="dimmed" className="num">
                    {fmt.percent(members / all)}
                  </Text>
                </div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
