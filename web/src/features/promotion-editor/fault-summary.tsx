'use client';

import { useTranslations } from 'next-intl';
import type { DraftFault } from '@/features/draft';
import { limitNames, paceNames } from '@/features/promotion-definition';
import { FaultSummary } from '@/features/sentence-rows';
import type { Editor } from './use-editor';

/** What keeps the promotion from being saved. */
export function PromotionFaults({ editor }: { editor: Editor }) {
  const t = useTranslations('promotion');
  const say = (fault: DraftFault): string => {
    const limit = [...limitNames, ...paceNames].find((name) => fault.path === `limits.${name}`);
    return limit === undefined ? fault.message : `${t(limit)}: ${fault.message}`;
  };
  return <FaultSummary faults={editor.faults} asked={editor.asked} say={say} prefix="definition." />;
}
