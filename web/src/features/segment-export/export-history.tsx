'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { SegmentExportsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { Panel } from '@/ui/panel';

/** Who took the members of a segment out, the latest first. */
export function ExportHistory({ segmentId }: { segmentId: string }) {
  const t = useTranslations('segmentExport');
  const fmt = useFmt();
  const graph = useGraph(SegmentExportsDocument, { id: segmentId });
  const exports = graph.data?.segment?.exports ?? [];
  return (
    <Panel title={t('history')} graph={graph}>
      {exports.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      <List fz="sm" spacing="xs" listStyleType="none" pl={0}>
        {exports.map(({ id, at, authorName, members, columns }) => (
          <List.Item key={id}>
            {fmt.dateTime(at)} · {authorName} · {fmt.number(members)}
            <Text fz="xs" c="dimmed">
              {columns.map((column) => t(`column.${column}`)).join(', ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
