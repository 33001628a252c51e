'use client';

import { textIn, type Template } from '@adal/engine';
import { Paper, Text } from '@mantine/core';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { TextLink } from '@/ui/text-link';
import classes from './gallery.module.css';

/** What a mechanic does, on the receipt that is also its test. */
export function TemplateCard({ template }: { template: Template }) {
  const locale = useLocale();
  return (
    <Paper withBorder p="sm" component="article" className={classes.card}>
      <TextLink href={`/promotions/new?template=${template.key}`} className={classes.name}>
        {textIn(template.name, locale)}
      </TextLink>
      <Text fz="xs" c="dimmed">
        {textIn(template.description, locale)}
      </Text>
      <Picture template={template} />
    </Paper>
  );
}

function Picture({ template: { golden } }: { template: Template }) {
  const t = useTranslations('gallery');
  const products: Record<string, string> = useMessages().gallery.products;
  const fmt = useFmt();
  const { lines, payable, notices } = golden.expected;
  return (
    <div className={classes.receipt}>
      {lines.map(({ sku, total, discount, points }, index) => {
        const units = golden.basket.lines[index]?.quantityMilli ?? 1_000n;
        const isCheaper = Number(discount) > 0;
        return (
          <div key={`${index} ${sku}`} className={classes.line}>
            <span>
              {products[sku] ?? sku}
              {units > 1_000n && ` × ${units / 1_000n}`}
            </span>
            <span className="num">
              {isCheaper && <s className={classes.before}>{fmt.moneyWhole(total)}</s>}{' '}
              <strong className={isCheaper ? classes.cheaper : undefined}>
                {fmt.moneyWhole(less(total, discount))}
              </strong>
              {Number(points) > 0 && <span className={classes.points}> +{fmt.pointsWhole(points)}</span>}
            </span>
          </div>
        );
      })}
      <div className={`${classes.line} ${classes.total}`}>
        <span>{t('payable')}</span>
        <span className="num">{fmt.moneyWhole(payable)}</span>
      </div>
      {notices.length > 0 && <div className={classes.notice}>{t('notice')}</div>}
    </div>
  );
}

/** Printed only: pictures are in whole units. */
const less = (total: string, discount: string): string => (Number(total) - Number(discount)).toFixed(2);
