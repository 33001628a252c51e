'use client';

import { Group } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { addDays } from '@/fmt/dates';
import { RfmFlowsDocument, type RfmFlowsQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { Bar } from '@/ui/bar';
import { Sankey } from '@/ui/chart';
import { NothingYet } from '@/ui/empty';
import { dateParam } from '@/ui/params';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import { useUrlState } from '@/ui/url-state';
import { inputOf, type Report, type RfmView } from './view';

type Flow = RfmFlowsQuery['rfmMigration'][number];

const flowsMax = 40;
/** More bands than these cannot be told apart. */
const drawnMax = 20;
const daysBack = 30;

/** Who moved between cells since a day, the most first. */
export function RfmFlows({ view, report }: { view: RfmView; report: Report }) {
  const t = useTranslations('rfm');
  const fmt = useFmt();
  const [params, change] = useUrlState();
  const asked = dateParam(params, 'since');
  const since = asked !== undefined && asked < report.day ? asked : addDays(report.day, -daysBack);
  const graph = useGraph(RfmFlowsDocument, { input: inputOf(view), since });
  const moved = graph.data?.rfmMigration.filter(({ from, to }) => from !== to);
  const nameOf = useCellName(report);
  const columns = useColumns(nameOf, Math.max(1, ...(moved ?? []).map(({ members }) => members)));
  return (
    <Panel
      title={t('migration', { day: fmt.date(since) })}
      action={
        <DateInput
          aria-label={t('since')}
          w={150}
          valueFormat="DD.MM.YYYY"
          maxDate={addDays(report.day, -1)}
          value={since}
          onChange={(day) => change({ since: day ?? undefined })}
        />
      }
    >
      <Group fz="sm" gap="xs">
        {t('stayed')}: {fmt.number(stayed(graph.data?.rfmMigration ?? []))}
      </Group>
      {moved !== undefined && moved.length > 0 && (
        <Sankey
          flows={moved
            .slice(0, drawnMax)
            .map(({ from, to, members }) => ({ ...{ from: nameOf(from), to: nameOf(to) }, value: members }))}
          from={fmt.date(since)}
          to={fmt.date(report.day)}
          format={fmt.number}
        />
      )}
      <DataTable
        label={t('migration', { day: fmt.date(since) })}
        columns={columns}
        rows={moved?.slice(0, flowsMax)}
        rowKey={({ from, to }) => `${from} ${to}`}
        graph={graph}
        empty={<NothingYet title={t('noMoves')} />}
      />
    </Panel>
  );
}

const stayed = (flows: Flow[]): number =>
  flows.filter(({ from, to }) => from === to).reduce((sum, { members }) => sum + members, 0);

type NameOf = (key: string | null) => string;

function useCellName(report: Report): NameOf {
  const t = useTranslations('rfm');
  const names = new Map(report.cells.map(({ key, name }) => [key, name]));
  return (key) => (key === null ? t('outside') : (names.get(key) ?? key));
}

function useColumns(nameOf: NameOf, most: number): Column<Flow>[] {
  const t = useTranslations('rfm');
  const fmt = useFmt();
  return [
    { key: 'from', header: t('from'), wrap: true, cell: ({ from }) => nameOf(from) },
    { key: 'to', header: t('to'), wrap: true, cell: ({ to }) => `→ ${nameOf(to)}` },
    { key: 'bar', header: t('share'), secondary: true, cell: ({ members }) => <Bar share={members / most} /> },
    { key: 'members', header: t('members'), numeric: true, cell: ({ members }) => fmt.number(members) },
  ];
}
