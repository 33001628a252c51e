'use client';

import { Button, Code, CopyButton, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { ChainHeadDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';

/** The last block of the hash chain. Its root, kept elsewhere, tells later whether anything before it was rewritten. */
export function ChainHead() {
  const t = useTranslations('books');
  const fmt = useFmt();
  const graph = useGraph(ChainHeadDocument, {});
  const block = graph.data?.chainBlock;
  const anchor = block == null ? '' : `${block.height} ${block.root}`;
  return (
    <Panel
      title={t('chain.title')}
      graph={graph}
      action={
        block != null && (
          <CopyButton value={anchor}>
            {({ copied, copy }) => (
              <Button variant="default" size="compact-sm" onClick={copy}>
                {copied ? t('chain.copied') : t('chain.copy')}
              </Button>
            )}
          </CopyButton>
        )
      }
    >
      <Text fz="sm" c="dimmed">
        {t('chain.hint')}
      </Text>
      {block == null ? (
        <NothingYet title={t('none')} />
      ) : (
        <Facts
          facts={[
            [t('chain.height'), fmt.number(block.height)],
            [t('chain.items'), fmt.number(block.firstPosition + block.items - 1)],
            [t('chain.chainedAt'), fmt.dateTime(block.chainedAt)],
            [t('chain.root'), <Code key="root">{block.root}</Code>],
          ]}
        />
      )}
    </Panel>
  );
}
