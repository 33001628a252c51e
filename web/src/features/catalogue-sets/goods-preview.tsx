'use client';

import { Alert, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLocale, useTranslations } from 'next-intl';
import { productHref } from '@/features/catalogue';
import { useFmt } from '@/fmt';
import { PreviewGoodsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { TextLink } from '@/ui/text-link';

const restMs = 300;

/** What a rule contains now, counted anew when the hand rests. */
export function GoodsPreview({ goods }: { goods: unknown }) {
  const t = useTranslations('productSets');
  const fmt = useFmt();
  // A text, so that the same goods are not asked for twice.
  const [json] = useDebouncedValue(JSON.stringify(goods), restMs);
  const graph = useGraph(PreviewGoodsDocument, { goods: JSON.parse(json) as unknown, language: useLocale() });
  const preview = graph.data?.previewGoods;
  if (graph.failure !== undefined) return <FailureAlert failure={graph.failure} onRetry={graph.refetch} />;
  if (preview?.__typename === 'GoodsInvalid') {
    return (
      <Alert color="yellow" role="status">
        {preview.problems.map(({ message }) => message).join(' ')}
      </Alert>
    );
  }
  return (
    <Stack gap={4} aria-live="polite" aria-busy={graph.fetching} opacity={graph.fetching ? 0.6 : 1}>
      <Text fz="lg" fw={600} className="num">
        {preview === undefined ? '…' : t('count', { count: preview.count, n: fmt.number(preview.count) })}
      </Text>
      <Text fz="sm">{preview?.sentence}</Text>
      <List fz="sm" size="sm">
        {(preview?.sample ?? []).map(({ sku, name }) => (
          <List.Item key={sku}>
            <TextLink href={productHref(sku)}>{name}</TextLink>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
