'use client';

import { Button, Group, NumberInput, Progress, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { MakeCouponsDocument, SetCouponBatchStatusDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { newId } from '@/ui/new-id';
import { notifyRefused } from '@/ui/notify';
import { Panel } from '@/ui/panel';
import type { KnownPool } from './coupon-pool';

const lookAgainMs = 2_000;

/** Orders for codes: how far each has come; stop and resume. Goes on when the page is left. */
export function CouponBatches({ pool, onChanged }: { pool: KnownPool; onChanged: () => void }) {
  const t = useTranslations('coupons');
  const isRunning = pool.batches.some(({ status }) => status === 'RUNNING');
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(onChanged, lookAgainMs);
    return () => clearInterval(timer);
  }, [isRunning, onChanged]);
  return (
    <Panel title={t('batches')}>
      <Stack gap="sm">
        {useMay('coupons.write') && <Order poolId={pool.id} onChanged={onChanged} />}
        {pool.batches.length === 0 && <Text fz="sm">{t('noBatches')}</Text>}
        {pool.batches.map((batch) => (
          <Batch key={batch.id} batch={batch} onChanged={onChanged} />
        ))}
      </Stack>
    </Panel>
  );
}

function Order({ poolId, onChanged }: { poolId: string; onChanged: () => void }) {
  const t = useTranslations('coupons');
  const [make, busy] = useChange(MakeCouponsDocument);
  const [count, setCount] = useState<number | string>('');
  const [error, setError] = useState<string>();
  const order = async () => {
    const answer = (await make({ input: { batchId: newId(), poolId, count: Number(count) } }))?.makeCoupons;
    if (answer === undefined) return;
    if (answer.__typename !== 'CouponBatchSaved') return setError(answer.message);
    setCount('');
    setError(undefined);
    onChanged();
  };
  return (
    <Group gap="xs" align="flex-end">
      <NumberInput
        label={t('count')}
        w={200}
        min={1}
        max={50_000_000}
        allowDecimal={false}
        thousandSeparator=" "
        value={count}
        error={error}
        onChange={setCount}
      />
      <Button loading={busy} disabled={count === ''} onClick={() => void order()}>
        {t('make')}
      </Button>
    </Group>
  );
}

function Batch({ batch, onChanged }: { batch: KnownPool['batches'][number]; onChanged: () => void }) {
  const t = useTranslations('coupons');
  const fmt = useFmt();
  const mayWrite = useMay('coupons.write');
  const [set, busy] = useChange(SetCouponBatchStatusDocument);
  const isRunning = batch.status === 'RUNNING';
  const turn = async () => {
    const input = { batchId: batch.id, status: isRunning ? 'STOPPED' : 'RUNNING' };
    const answer = (await set({ input }))?.setCouponBatchStatus;
    if (answer?.__typename === 'CouponBatchUnknown') notifyRefused(answer.message);
    onChanged();
  };
  const share = batch.wanted === 0 ? 1 : batch.made / batch.wanted;
  const label = t('made', { made: fmt.number(batch.made), wanted: fmt.number(batch.wanted) });
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text fz="sm" className="num">
          {label} · {fmt.percent(share)}
        </Text>
        {mayWrite && batch.status !== 'DONE' && (
          <Button variant="default" size="compact-sm" loading={busy} onClick={() => void turn()}>
            {t(isRunning ? 'stop' : 'resume')}
          </Button>
        )}
      </Group>
      <Progress value={share * 100} animated={isRunning} aria-label={label} />
      <Text fz="xs" c="dimmed">
        {fmt.dateTime(batch.startedAt)} · {batch.authorName}
      </Text>
    </Stack>
  );
}
