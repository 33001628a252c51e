'use client';

import { Button, Skeleton, Stack, Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PoolsOfPromotion } from '@/features/coupons';
import { WhatIfLink } from '@/features/simulation';
import { useMay } from '@/features/viewer';
import type { PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { Link } from '@/i18n/navigation';
import { Page } from '@/ui/page';
import { StatusBadge } from '@/ui/status-badge';
import { firstPage } from '@/ui/table/place';
import { useUrlState } from '@/ui/url-state';
import { ApprovalActions, ApprovalState } from './approval-actions';
import { ArchiveAction } from './archive-action';
import { Buyers } from './buyers';
import { Overview } from './overview';
import { StatusActions } from './status-actions';

// These speak the engine's language, which comes with them.
const Versions = dynamic(async () => (await import('./versions')).Versions, { loading: () => <Skeleton h={200} /> });
const Audience = dynamic(async () => (await import('./audience')).Audience, { loading: () => <Skeleton h={200} /> });

const tabs = ['overview', 'versions', 'audience', 'buyers', 'coupons'] as const;

/** The place within a tab, which another one does not share. */
const within = { group: undefined, list: undefined, ...firstPage() };

/** A promotion as it lives: what it says, what it has given, what it was, whom it reaches and reached, and its coupons. */
export function PromotionPage({ promotion: brought }: { promotion: PromotionFieldsFragment }) {
  const t = useTranslations('promotion');
  const [params, change] = useUrlState();
  const [promotion, setPromotion] = useState(brought);
  const [mayWrite, mayCoupons] = [useMay('promotions.write'), useMay('coupons.read')];
  const offered = tabs.filter((one) => one !== 'coupons' || mayCoupons);
  const tab = offered.find((one) => one === params.get('tab')) ?? 'overview';
  return (
    <Page
      title={promotion.name}
      crumbs={[{ label: t('promotions'), href: '/promotions' }]}
      aside={<StatusBadge kind="promotionStatus" status={promotion.status} />}
      actions={
        <>
          <WhatIfLink promotionId={promotion.id} />
          {mayWrite && (
            <>
              <Button component={Link} href={`/promotions/new?copy=${promotion.id}`} prefetch={false} variant="default">
                {t('duplicate')}
              </Button>
              {promotion.status !== 'ENDED' && (
                <Button component={Link} href={`/promotions/${promotion.id}/edit`} prefetch={false} variant="default">
                  {t('edit')}
                </Button>
              )}
              <ApprovalActions promotion={promotion} onChanged={setPromotion} />
              <ArchiveAction promotion={promotion} onChanged={setPromotion} />
              <StatusActions promotion={promotion} disabled={false} onChanged={setPromotion} />
            </>
          )}
        </>
      }
    >
      <ApprovalState promotion={promotion} />
      <Tabs
        value={tab}
        onChange={(next) => change({ ...within, tab: next === 'overview' ? undefined : (next ?? undefined) })}
      >
        <Tabs.List mb="sm">
          {offered.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview promotion={promotion} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Stack gap="sm">{tab === 'versions' && <Versions promotion={promotion} onChanged={setPromotion} />}</Stack>
        </Tabs.Panel>
        <Tabs.Panel value="audience">{tab === 'audience' && <Audience promotion={promotion} />}</Tabs.Panel>
        <Tabs.Panel value="buyers">{tab === 'buyers' && <Buyers promotionId={promotion.id} />}</Tabs.Panel>
        <Tabs.Panel value="coupons">{tab === 'coupons' && <PoolsOfPromotion promotionId={promotion.id} />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}
