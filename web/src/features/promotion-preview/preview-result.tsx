'use client';

import { Alert, Divider, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { PreviewPromotionQuery, PricedBasketFieldsFragment } from '@/graphql/generated/graphql';
import { Facts } from '@/ui/facts';
import { Reasons } from './reasons';
import classes from './preview.module.css';

type Preview = Extract<PreviewPromotionQuery['previewPromotion'], { __typename: 'PromotionPreview' }>;

interface Props {
  preview: Preview;
  /** The promotion being edited, named first and in bold. */
  promotionId: string;
}

/** The receipt with the promotion, what it costs against the one without, and the reasons. */
export function PreviewResult({ preview, promotionId }: Props) {
  const t = useTranslations('promotion.preview');
  const heldOut = preview.with.heldOut.find((one) => one.promotionId === promotionId);
  return (
    <Stack gap="xs">
      {heldOut !== undefined && <Alert color="blue">{t('heldOut')}</Alert>}
      <Lines basket={preview.with} promotionId={promotionId} />
      <Sums preview={preview} />
      {[...preview.with.cashierMessages, ...preview.with.receiptText].map((text) => (
        <Text key={text} fz="sm" fs="italic">
          «{text}»
        </Text>
      ))}
      <Divider />
      <Reasons basket={preview.with} promotionId={promotionId} />
    </Stack>
  );
}

/** Each line with what it was given, and why this promotion or a rival's did not get it. */
function Lines({ basket, promotionId }: { basket: PricedBasketFieldsFragment; promotionId: string }) {
  const t = useTranslations('promotion.preview');
  const fmt = useFmt();
  const names = new Map(basket.applied.map((one) => [one.promotionId, one.name]));
  const missedBy = (lineNo: number) =>
    basket.trace
      .find((trace) => trace.lineNo === lineNo)
      ?.missed.filter((missed) => missed.promotionId === promotionId) ?? [];
  return (
    <Stack gap={4} component="ol" m={0} ps="md" fz="sm">
      {basket.lines.map((line) => (
        <li key={line.lineNo}>
          <div className={classes.pricedLine}>
            <span>
              {line.name ?? line.sku} × {fmt.number(line.quantity, 3)}
            </span>
            <span className="num">
              {line.discounts.length > 0 && <s className={classes.struck}>{fmt.money(fullPrice(line))}</s>}{' '}
              <strong>{fmt.money(line.payable)}</strong>
              {Number(line.pointsEarned) > 0 && (
                <Text span fz="xs" c="dimmed">
                  {' '}
                  +{fmt.points(line.pointsEarned)} {t('points')}
                </Text>
              )}
            </span>
          </div>
          {line.discounts.map(({ promotionId: id, amount, reason }) => (
            <Text key={id} fz="xs" c="dimmed">
              −{fmt.money(amount)} · {names.get(id)}: {reason}
            </Text>
          ))}
          {missedBy(line.lineNo).map(({ promotionId: id, reason }) => (
            <Text key={id} fz="xs" c="dimmed">
              {t('notHere', { reason })}
            </Text>
          ))}
        </li>
      ))}
    </Stack>
  );
}

/** What the line comes to without discounts: printed only, so a rounded sum will do. */
function fullPrice({ payable, discounts }: PricedBasketFieldsFragment['lines'][number]): string {
  const minor = [payable, ...discounts.map(({ amount }) => amount)].reduce(
    (sum, amount) => sum + Math.round(Number(amount) * 100),
    0,
  );
  return (minor / 100).toFixed(2);
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
