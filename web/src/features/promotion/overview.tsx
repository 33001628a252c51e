'use client';

import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { TextLink } from '@/ui/text-link';
import { Figures } from './figures';
import { LimitsLeft } from './limits-left';

/** What it has given, what it says, when it runs, where it comes from, and what is left of it. */
export function Overview({ promotion }: { promotion: PromotionFieldsFragment }) {
  const t = useTranslations('promotion');
  const fmt = useFmt();
  const mayBooks = useMay('ledger.read');
  const at = (instant: string | null, none: string) => (instant === null ? none : fmt.dateTime(instant));
  const { parent } = promotion;
  return (
    <Stack gap="sm">
      {promotion.status !== 'DRAFT' && <Figures promotion={promotion} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Panel title={t('inWords')}>
          <Text fz="sm">{promotion.summary}</Text>
          <Facts
            facts={[
              [t('startsAt'), at(promotion.startsAt, t('page.atOnce'))],
              [t('endsAt'), at(promotion.endsAt, t('page.noEnd'))],
              [t('page.version'), fmt.number(promotion.version)],
              [t('page.changed'), fmt.dateTime(promotion.updatedAt)],
              ...(parent === null
                ? []
                : [
                    [
                      t('page.parent'),
                      <TextLink key={parent.id} href={`/promotions/${parent.id}`}>
                        {parent.name}
                      </TextLink>,
                    ] as [string, React.ReactNode],
                  ]),
            ]}
          />
        </Panel>
        {mayBooks && <LimitsLeft promotion={promotion} />}
      </SimpleGrid>
    </Stack>
  );
}
