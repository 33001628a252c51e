'use client';

import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { AdjustPointsDocument, type AdjustPointsMutation } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';
import { toAdjustInput, type AdjustForm } from './adjust-form';

type Answer = AdjustPointsMutation['adjustPoints'];

/** Sends the form; resolves to true when it is booked or proposed, having said so, and shows a refusal where it belongs. */
export function useAdjust(form: UseFormReturnType<AdjustForm>, ids: { adjustmentId: string; memberId: string }) {
  const t = useTranslations('adjust');
  const fmt = useFmt();
  const refusalText = useRefusalText();
  const [send, busy] = useChange(AdjustPointsDocument);
  const refuse = (answer: Extract<Answer, { code: string }>) => {
    if (answer.__typename === 'AdjustmentLimitExceeded') {
      const amounts = { max: fmt.points(answer.max), left: fmt.points(answer.left) };
      return form.setFieldError('amount', t(answer.limit === 'PER_DAY' ? 'overDay' : 'overOne', amounts));
    }
    if (answer.__typename === 'PointsInsufficient') {
      return form.setFieldError('amount', t('insufficient', { left: fmt.points(answer.available) }));
    }
    if (answer.__typename === 'AdjustmentInvalid' && answer.field in form.values) {
      return form.setFieldError(answer.field, refusalText(answer));
    }
    notifyRefused(refusalText(answer));
  };
  const adjust = async (values: AdjustForm) => {
    const input = toAdjustInput(values, ids.adjustmentId, ids.memberId);
    const answer = (await send({ input }))?.adjustPoints;
    if (answer === undefined) return false;
    if ('code' in answer) {
      refuse(answer);
      return false;
    }
    notifyDone(
      answer.__typename === 'AdjustmentBooked'
        ? t('booked', { points: fmt.pointsSigned(input.amount) })
        : t('proposed'),
    );
    return true;
  };
  return { adjust, busy };
}
