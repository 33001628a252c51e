'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { RfmMembersDocument, RfmTemplatesDocument, type RfmMembersQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { DataTable, KeysetPager, type Column } from '@/ui/table';
import { keysetPlace, pageSize } from '@/ui/table/place';
import { TextLink } from '@/ui/text-link';
import { useUrlState } from '@/ui/url-state';
import { SaveCells } from './save-cells';
import { inputOf, type Cell, type Report, type RfmView } from './view';

type Row = RfmMembersQuery['rfmMembers']['edges'][number]['node'];

/** Who is in the chosen cells, and what to do with them. */
export function RfmCells({ view, report }: { view: RfmView; report: Report }) {
  const t = useTranslations('rfm');
  const [params] = useUrlState();
  const graph = useGraph(RfmMembersDocument, {
    ...{ input: inputOf(view), cells: view.cells, first: pageSize, after: keysetPlace(params).after },
  });
  const chosen = report.cells.filter(({ key }) => view.cells.includes(key));
  const [isSaving, saving] = useDisclosure();
  const mayWrite = useMay('segments.write');
  const page = graph.data?.rfmMembers;
  const columns = useColumns(new Map(report.cells.map(({ key, name }) => [key, name])));
  return (
    <Panel
      title={t('cells', { names: namesOf(chosen) })}
      action={
        mayWrite && (
          <Button variant="default" onClick={saving.open}>
            {t('asSegment')}
          </Button>
        )
      }
    >
      {chosen.map((cell) => cell.advice !== null && <Advice key={cell.key} cell={cell} />)}
      <Stack gap="xs">
        <DataTable
          label={t('members')}
          columns={columns}
          rows={page?.edges.map(({ node }) => node)}
          rowKey={({ member }) => member.id}
          graph={graph}
          empty={<NothingYet title={t('noMembers')} />}
        />
        {page !== undefined && (
          <KeysetPager
            count={page.edges.length}
            total={chosen.reduce((sum, { members }) => sum + members, 0)}
            pageInfo={page.pageInfo}
          />
        )}
      </Stack>
      {isSaving && <SaveCells view={view} name={namesOf(chosen)} onClose={saving.close} />}
    </Panel>
  );
}

const namesMax = 3;

/** The first names, and how many more there are. */
function namesOf(cells: Cell[]): string {
  const names = cells.map(({ name }) => name);
  return names.length <= namesMax
    ? names.join(', ')
    : `${names.slice(0, namesMax).join(', ')} +${names.length - namesMax}`;
}

/** What suits a cell, with the templates to launch it by. */
function Advice({ cell }: { cell: Cell }) {
  const t = useTranslations('rfm');
  const names = useTemplateNames();
  return (
    <Group gap="xs">
      <Text fz="sm">
        <b>{cell.name}.</b> {cell.advice}
      </Text>
      <Text fz="sm" c="dimmed">
        {t('templates')}:
      </Text>
      {cell.templates.map((template) => (
        <TextLink key={template} href={`/promotions/new?template=${template}`} fz="sm">
          {names.get(template) ?? template}
        </TextLink>
      ))}
    </Group>
  );
}

function useTemplateNames(): ReadonlyMap<string, string> {
  const { locale } = useFmt();
  const mayRead = useMay('promotions.read');
  const graph = useGraph(RfmTemplatesDocument, {}, { pause: !mayRead });
  return new Map(graph.data?.promotionTemplates.map(({ key, name }) => [key, name[locale]]));
}

function useColumns(names: ReadonlyMap<string, string>): Column<Row>[] {
  const t = useTranslations('rfm');
  const fmt = useFmt();
  return [
    {
      key: 'member',
      header: t('member'),
      cell: ({ member }) => (
        <TextLink href={`/members/${member.id}?tab=behaviour`}>{member.displayName || member.id}</TextLink>
      ),
    },
    { key: 'cell', header: t('grid'), secondary: true, cell: ({ cell }) => names.get(cell) ?? cell },
    { key: 'daysSince', header: t('daysSince'), numeric: true, cell: ({ daysSince }) => fmt.number(daysSince) },
    { key: 'purchases', header: t('purchases'), numeric: true, cell: ({ purchases }) => fmt.number(purchases) },
    { key: 'revenue', header: t('revenue'), numeric: true, cell: ({ revenue }) => fmt.money(revenue) },
  ];
}
