'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { NothingYet } from '@/ui/empty';
import { blank } from '@/ui/params';
import { useUrlState } from '@/ui/url-state';
import { narrowing, type Definition } from './view';

/** Nothing happened: offers a longer period, and to drop what narrows it. */
export function EmptyPeriod({ definition }: { definition: Definition }) {
  const t = useTranslations('report');
  const [params, change] = useUrlState();
  const keys = narrowing(definition);
  return (
    <NothingYet
      title={t('nothing')}
      hint={t('nothingHint')}
      action={
        <>
          <Button variant="default" onClick={() => change({ period: 'year', from: undefined, to: undefined })}>
            {t('periods.year')}
          </Button>
          {keys.some((key) => params.has(key)) && (
            <Button variant="default" onClick={() => change(blank(keys))}>
              {t('clear')}
            </Button>
          )}
        </>
      }
    />
  );
}
