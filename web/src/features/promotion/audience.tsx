'use client';

import { describe, type Definition } from '@adal/engine';
import { List, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { read } from '@/features/promotion-definition';
import { useFmt } from '@/fmt';
import { PromotionControlDocument, type PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { TextLink } from '@/ui/text-link';
import type { Json } from '@/features/draft';

/** Who gets it, who is held out to measure it, and who gets something else. */
export function Audience({ promotion }: { promotion: PromotionFieldsFragment }) {
  const t = useTranslations('promotion.page');
  const { definition } = read(promotion.definition as Json);
  if (definition === undefined) return null;
  return (
    <Stack gap="sm">
      <Panel title={t('control')}>
        <Shares definition={definition} reason={promotion.noControlReason} />
      </Panel>
      <SoFar promotion={promotion} />
      {definition.variants.map((variant) => (
        <Panel key={variant.key} title={t('variant', { key: variant.key })}>
          <Given definition={{ ...definition, effects: variant.effects }} />
        </Panel>
      ))}
    </Stack>
  );
}

/** How many of each group have bought so far what the promotion is about. */
function SoFar({ promotion: { id } }: { promotion: PromotionFieldsFragment }) {
  const t = useTranslations('promotion.figures');
  const fmt = useFmt();
  const graph = useGraph(PromotionControlDocument, { id });
  const figures = graph.data?.promotion?.figures;
  const behind = (group: 'given' | 'control', sums: NonNullable<typeof figures>['total']) => (
    <TextLink href={`/promotions/${id}?tab=buyers&group=${group}`}>
      {t('group', { members: fmt.number(sums.members), uses: fmt.number(sums.uses), revenue: fmt.money(sums.revenue) })}
    </TextLink>
  );
  return (
    <Panel title={t('soFar')} graph={graph}>
      {figures && (
        <Facts
          facts={[
            [t('given'), behind('given', figures.total)],
            [t('control'), behind('control', figures.control)],
          ]}
        />
      )}
    </Panel>
  );
}

function Shares({ definition, reason }: { definition: Definition; reason: string | null }) {
  const t = useTranslations('promotion.page');
  const fmt = useFmt();
  const share = (hundredths: bigint) => fmt.percent(Number(hundredths) / 10_000);
  const { holdout, variants } = definition;
  const held = holdout?.share ?? 0n;
  const reached = 10_000n - held;
  return (
    <Facts
      facts={[
        [t('held'), held === 0n ? (reason ?? t('nobody')) : share(held)],
        [t('reached'), share(reached)],
        ...variants.map((variant): [string, string] => [t('variant', { key: variant.key }), share(variant.share)]),
        [t('anonymous'), holdout?.anonymous === false ? t('no') : t('yes')],
      ]}
    />
  );
}

/** The sentences of what is given alone. */
function Given({ definition }: { definition: Definition }) {
  const { locale } = useFmt();
  const alone = { ...definition, condition: null, variants: [], holdout: null, stacking: null };
  return (
    <List fz="sm">
      {describe(alone, locale).map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}
