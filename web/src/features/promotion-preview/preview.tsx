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
import { ReceiptPicker } from './receipt-picker';
import { SampleBasket } from './sample-basket';
import { useBasket } from './use-basket';
import classes from './preview.module.css';

const debounceMs = 350;

interface Props {
  promotion: SavePromotionInput;
  /** Whether the draft can be priced by now. */
  isWhole: boolean;
}

/** A sample receipt beside the form: reprices as either is typed in, with why and why not. */
export function Preview({ promotion, isWhole }: Props) {
  const t = useTranslations('promotion.preview');
  const refusalText = useRefusalText();
  const handle = useBasket();
  const language = useLocale();
  const basket = toBasketInput(handle.basket, language);
  // A draft without a name is still worth a look.
  const draft = { ...promotion, name: promotion.name || t('draft'), noControlReason: promotion.noControlReason ?? '—' };
  // Compared as text: the objects are new on every keystroke, what they say often is not.
  const [asked] = useDebouncedValue(JSON.stringify({ draft, basket }), debounceMs);
  const settled = JSON.parse(asked) as { draft: SavePromotionInput; basket?: typeof basket };
  const { data, failure, fetching, refetch } = useGraph(
    PreviewPromotionDocument,
    { input: { promotion: settled.draft, basket: settled.basket ?? { storeId: '', lines: [] } }, language },
    { pause: settled.basket === undefined || !isWhole },
  );
  const answer = data?.previewPromotion;
  return (
    <div className={classes.preview}>
      <Panel title={t('title')} action={<ReceiptPicker onPick={handle.take} />}>
        <SampleBasket handle={handle} />
        <div aria-live="polite" aria-busy={fetching} className={classes.result} data-waiting={fetching || undefined}>
          {!isWhole && <Alert color="yellow">{t('incomplete')}</Alert>}
          {failure !== undefined && <FailureAlert failure={failure} onRetry={refetch} />}
          {isWhole && answer === undefined && failure === undefined && settled.basket !== undefined && (
            <Skeleton h={120} />
          )}
          {answer?.__typename === 'PromotionPreview' && <PreviewResult preview={answer} promotionId={draft.id} />}
          {answer?.__typename === 'PromotionInvalid' && (
            <Alert color="yellow">{answer.problems.map(({ message }) => message).join(' ')}</Alert>
          )}
          {answer !== undefined && 'code' in answer && answer.__typename !== 'PromotionInvalid' && (
            <Alert color="yellow">{refusalText(answer)}</Alert>
          )}
        </div>
      </Panel>
    </div>
  );
}
