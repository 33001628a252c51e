'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { MemberCouponsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { TextLink } from '@/ui/text-link';

const shown = 20;

/** Coupons that were issued to a member. */
export function MemberCoupons({ memberId }: { memberId: string }) {
  const t = useTranslations('coupons');
  const fmt = useFmt();
  const graph = useGraph(MemberCouponsDocument, { id: memberId, first: shown });
  const coupons = graph.data?.member?.coupons.edges.map(({ node }) => node) ?? [];
  return (
    <Panel title={t('ofMember')} graph={graph}>
      {coupons.length === 0 && <Text fz="sm">{t('noneOfMember')}</Text>}
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {coupons.map(({ id, state, pool, validUntil }) => (
          <Group key={id} component="li" gap="xs">
            <Text fz="sm" className="num">
              {id}
            </Text>
            <StatusBadge kind="couponState" status={state} />
            <TextLink href={`/coupons/${pool.id}`} fz="sm">
              {pool.name}
            </TextLink>
            {validUntil !== null && <Text fz="sm">{t('until', { day: fmt.date(validUntil) })}</Text>}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
