'use client';

import { Alert, Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLocale, useTranslations } from 'next-intl';
import { PreviewPromotionDocument, type SavePromotionInput } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { Panel } from '@/ui/panel';
import { useRefusalText } from '@/ui/use-refusal-text';
import { toBasketInput } from './basket';
import { PreviewResult } from './preview-result';
import { SampleBasket } from './sample-basket';
import { useBasket } from './use-basket';
import classes from './editor.module.css';

const debounceMs = 350;

/** A sample receipt beside the form: reprices as either is typed in, with why and why not. */
export function Preview({ promotion }: { promotion: SavePromotionInput }) {
  const t = useTranslations('promotion.preview');
  const refusalText = useRefusalText();
  const handle = useBasket();
  const basket = toBasketInput(handle.basket, useLocale());
  // Compared as text: the objects are new on every keystroke, what they say often is not.
  const [asked] = useDebouncedValue(JSON.stringify({ promotion, basket }), debounceMs);
  const { promotion: draft, basket: settled } = readAsked(asked);
  const { data, failure, fetching, refetch } = useGraph(
    PreviewPromotionDocument,
    { input: { promotion: draft, basket: settled ?? { storeId: '', lines: [] } } },
    { pause: settled === undefined },
  );
  const answer = data?.previewPromotion;
  return (
    <div className={classes.preview}>
      <Panel title={t('title')}>
        <SampleBasket {...handle} />
        <div aria-live="polite" aria-busy={fetching}>
          {failure !== undefined && <FailureAlert failure={failure} onRetry={refetch} />}
          {answer === undefined && failure === undefined && settled !== undefined && <Skeleton h={120} />}
          {answer?.__typename === 'PromotionPreview' && <PreviewResult preview={answer} promotionId={draft.id} />}
          {answer?.__typename === 'PromotionInvalid' && <Alert color="yellow">{t('incomplete')}</Alert>}
          {answer !== undefined && 'code' in answer && answer.__typename !== 'PromotionInvalid' && (
            <Alert color="yellow">{refusalText(answer)}</Alert>
          )}
        </div>
      </Panel>
    </div>
  );
}

interface Asked {
  promotion: SavePromotionInput;
  basket: ReturnType<typeof toBasketInput>;
}

function readAsked(text: string): Asked {
  return JSON.parse(text) as Asked;
}
