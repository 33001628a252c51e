'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LimitShare, useLimitAmount } from '@/features/limits';
import { useFmt, useNow } from '@/fmt';
import { LimitsDocument, type LimitRowFragment, type PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { paceOf } from './pace';

const shownMax = 6;

/** What is left of the promotion's budgets and caps, the fullest first, and how long it will last. */
export function LimitsLeft({ promotion }: { promotion: PromotionFieldsFragment }) {
  const t = useTranslations('promotion');
  const graph = useGraph(LimitsDocument, { filter: { promotionId: promotion.id }, first: shownMax });
  const page = graph.data?.limits;
  return (
    <Panel
      title={t('limitsLeft')}
      graph={graph}
      action={<TextLink href={`/limits?promotion=${promotion.id}`}>{t('limitsAll')}</TextLink>}
    >
      {page?.edges.length === 0 && <NothingYet title={t('noLimitsUsed')} hint={t('noLimitsUsedHint')} />}
      <Stack gap="sm">
        {page?.edges.map(({ node }) => (
          <LimitLeft key={node.id} limit={node} promotion={promotion} />
        ))}
      </Stack>
    </Panel>
  );
}

function LimitLeft({ limit, promotion }: { limit: LimitRowFragment; promotion: PromotionFieldsFragment }) {
  const t = useTranslations('promotion');
  const fmt = useFmt();
  const now = useNow();
  const kind = useEnumLabel('limitKind');
  const print = useLimitAmount();
  const instant = (at: string | null) => (at === null ? null : Date.parse(at));
  const use = { used: Number(limit.used), left: Number(limit.left) };
  // A cap of one member or one day is not used up by the promotion as a whole.
  const pace =
    limit.subject === null ? paceOf(use, instant(promotion.startsAt), instant(promotion.endsAt), now) : undefined;
  return (
    <div>
      <Text fz="sm">
        {kind(limit.kind)}
        {limit.subject !== null && ` · ${limit.subject}`}:{' '}
        <strong className="num">
          {t('leftOf', { left: print(limit.unit, limit.left), max: print(limit.unit, limit.max) })}
        </strong>
      </Text>
      <LimitShare {...limit} />
      {pace !== undefined && (
        <Text fz="xs" c={pace.isShort ? 'red' : 'dimmed'}>
          {t('pace', { amount: print(limit.unit, pace.perDay.toFixed(2)) })}
          {pace.lastsUntil !== null && ` · ${t('lastsUntil', { date: fmt.date(pace.lastsUntil) })}`}
          {pace.isShort && ` · ${t('endsShort')}`}
        </Text>
      )}
    </div>
  );
}
