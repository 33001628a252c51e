'use client';

import { Divider, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { PreviewPromotionQuery, PricedBasketFieldsFragment } from '@/graphql/generated/graphql';
import { Facts } from '@/ui/facts';
import classes from './editor.module.css';

type Preview = Extract<PreviewPromotionQuery['previewPromotion'], { __typename: 'PromotionPreview' }>;

interface Props {
  preview: Preview;
  /** The promotion being edited, named first and in bold. */
  promotionId: string;
}

/** The receipt with the promotion, what it costs against the one without, and the reasons. */
export function PreviewResult({ preview, promotionId }: Props) {
  return (
    <Stack gap="xs">
      <Lines basket={preview.with} />
      <Sums preview={preview} />
      <Divider />
      <Reasons basket={preview.with} promotionId={promotionId} />
    </Stack>
  );
}

function Lines({ basket }: { basket: PricedBasketFieldsFragment }) {
  const fmt = useFmt();
  return (
    <Stack gap={4} component="ol" m={0} ps="md" fz="sm">
      {basket.lines.map((line) => (
        <li key={line.lineNo}>
          {line.name ?? line.sku} × {fmt.number(line.quantity, 3)}{' '}
          {line.discounts.length > 0 && <span className={`${classes.struck} num`}>{fmt.money(line.price)}</span>}{' '}
          <strong className="num">{fmt.money(line.payable)}</strong>
          {line.discounts.map(({ promotionId, amount, reason }) => (
            <Text key={promotionId} fz="xs" c="dimmed">
              −{fmt.money(amount)} · {reason}
            </Text>
          ))}
        </li>
      ))}
    </Stack>
  );
}

function Sums({ preview }: { preview: Preview }) {
  const t = useTranslations('promotion.preview');
  const fmt = useFmt();
  const both = (key: 'discount' | 'payable' | 'pointsEarned', print: (value: string) => string) => (
    <>
      <strong className="num">{print(preview.with[key])}</strong>
      {preview.with[key] !== preview.without[key] && (
        <Text span fz="xs" c="dimmed" className="num">
          {' '}
          {t('without', { value: print(preview.without[key]) })}
        </Text>
      )}
    </>
  );
  return (
    <Facts
      facts={[
        [t('total'), fmt.money(preview.with.total)],
        [t('discount'), both('discount', fmt.money)],
        [t('payable'), both('payable', fmt.money)],
        [t('pointsEarned'), both('pointsEarned', fmt.points)],
        [t('pointsSpendable'), fmt.points(preview.with.pointsSpendable)],
      ]}
    />
  );
}

function Reasons({ basket, promotionId }: { basket: PricedBasketFieldsFragment; promotionId: string }) {
  const t = useTranslations('promotion.preview');
  const fmt = useFmt();
  const applied = basket.applied.map((one) => {
    const gains = [
      Number(one.discount) === 0 ? '' : `−${fmt.money(one.discount)}`,
      Number(one.pointsEarned) === 0 ? '' : `+${fmt.points(one.pointsEarned)} ${t('points')}`,
    ];
    return { id: one.promotionId, name: one.name, applies: true, text: gains.filter(Boolean).join(' · ') };
  });
  const notApplied = basket.notApplied.map((one) => ({
    id: one.promotionId,
    name: one.name,
    applies: false,
    text: one.reason,
  }));
  const all = [...applied, ...notApplied];
  const ordered = [...all.filter(({ id }) => id === promotionId), ...all.filter(({ id }) => id !== promotionId)];
  return (
    <Stack gap={4} component="ul" m={0} p={0} fz="sm" style={{ listStyle: 'none' }} aria-label={t('reasons')}>
      {ordered.map(({ id, name, applies, text }) => (
        <li key={id}>
          {applies ? (
            <IconCheck size={14} aria-label={t('applies')} />
          ) : (
            <IconX size={14} aria-label={t('appliesNot')} />
          )}{' '}
          <Text span inherit fw={id === promotionId ? 600 : undefined}>
            {name || t('draft')}
          </Text>
          {text !== '' && (
            <Text span fz="sm" c="dimmed">
              {' '}
              · {text}
            </Text>
          )}
        </li>
      ))}
    </Stack>
  );
}
