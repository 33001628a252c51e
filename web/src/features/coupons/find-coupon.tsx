'use client';

import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { CouponHistoryDocument, RevokeCouponDocument, type CouponHistoryQuery } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useGraph } from '@/graphql/use-graph';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { Panel } from '@/ui/panel';
import { SearchField } from '@/ui/search-field';
import { StatusBadge } from '@/ui/status-badge';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

type Known = NonNullable<CouponHistoryQuery['coupon']>;

/** Finds a code however it is typed: its state, its history, and taking it back. */
export function FindCoupon({ poolId, onChanged }: { poolId: string; onChanged: () => void }) {
  const t = useTranslations('coupons');
  const [code, setCode] = useState('');
  const graph = useGraph(CouponHistoryDocument, { code }, { pause: code === '' });
  const coupon = graph.data?.coupon;
  return (
    <Panel title={t('find')}>
      <SearchField label={t('code')} value={code} onSearch={(text) => setCode(text ?? '')} />
      <div aria-live="polite">
        {code !== '' && coupon === null && <Text fz="sm">{t('unknown')}</Text>}
        {code !== '' && coupon != null && (
          <Found
            coupon={coupon}
            isElsewhere={coupon.pool.id !== poolId}
            onChanged={() => {
              graph.refetch();
              onChanged();
            }}
          />
        )}
      </div>
    </Panel>
  );
}

function Found({ coupon, isElsewhere, onChanged }: { coupon: Known; isElsewhere: boolean; onChanged: () => void }) {
  const t = useTranslations('coupons');
  const fmt = useFmt();
  const mayWrite = useMay('coupons.write');
  const [revoke, busy] = useChange(RevokeCouponDocument);
  const take = async () => {
    if (!window.confirm(t('revokeSure', { code: coupon.id }))) return;
    const answer = (await revoke({ input: { code: coupon.id } }))?.revokeCoupon;
    if (answer === undefined) return;
    if (answer.__typename !== 'CouponRevoked') return notifyRefused(answer.message);
    notifyDone(t('revoked'));
    onChanged();
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600} className="num">
          {coupon.id}
        </Text>
        <StatusBadge kind="couponState" status={coupon.state} />
        {coupon.validUntil !== null && <Text fz="sm">{t('until', { day: fmt.date(coupon.validUntil) })}</Text>}
        {mayWrite && coupon.state === 'OPEN' && (
          <Button variant="default" size="compact-sm" color="red" loading={busy} onClick={() => void take()}>
            {t('revoke')}
          </Button>
        )}
      </Group>
      {isElsewhere && (
        <Text fz="sm">
          {t('ofPool')} <TextLink href={`/coupons/${coupon.pool.id}`}>{coupon.pool.name}</TextLink>
        </Text>
      )}
      <History coupon={coupon} />
    </Stack>
  );
}

function History({ coupon }: { coupon: Known }) {
  const t = useTranslations('coupons');
  const fmt = useFmt();
  const what = useEnumLabel('couponChange');
  return (
    <List fz="sm" spacing={2} aria-label={t('history')}>
      {coupon.history.map((line) => (
        <List.Item key={`${line.what}${line.at}${line.purchaseId ?? ''}`}>
          <span className="num">{fmt.dateTime(line.at)}</span> · {what(line.what)}
          {line.purchaseId !== null && (
            <>
              {' · '}
              <TextLink href={`/receipts/${encodeURIComponent(line.purchaseId)}`}>{t('receipt')}</TextLink>
            </>
          )}
          {line.authorName !== null && ` · ${line.authorName}`}
        </List.Item>
      ))}
    </List>
  );
}
