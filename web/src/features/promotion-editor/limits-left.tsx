'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LimitShare, useLimitAmount } from '@/features/limits';
import { LimitsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { Panel } from '@/ui/panel';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

const shownMax = 6;

/** What is left of the promotion's budgets and caps, the fullest first; nothing while none is in use. */
export function LimitsLeft({ promotionId }: { promotionId: string }) {
  const t = useTranslations('promotion');
  const kind = useEnumLabel('limitKind');
  const print = useLimitAmount();
  const graph = useGraph(LimitsDocument, { filter: { promotionId }, first: shownMax });
  const page = graph.data?.limits;
  if (page?.edges.length === 0) return null;
  return (
    <Panel
      title={t('limitsLeft')}
      graph={graph}
      action={<TextLink href={`/limits?promotion=${promotionId}`}>{t('limitsAll')}</TextLink>}
    >
      <Stack gap="xs">
        {page?.edges.map(({ node }) => (
          <div key={node.id}>
            <Text fz="sm">
              {kind(node.kind)}
              {node.subject !== null && ` · ${node.subject}`}:{' '}
              <strong className="num">
                {t('leftOf', { left: print(node.unit, node.left), max: print(node.unit, node.max) })}
              </strong>
            </Text>
            <LimitShare {...node} />
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
