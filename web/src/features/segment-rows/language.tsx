'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { conditionGroups, conditionKinds } from '@/features/segment-definition';
import type { RowLanguage } from '@/features/sentence-rows';
import { GoodsField } from './goods-field';
import { PlainGap } from './plain-gap';

/** The conditions of segments, as rows. */
export const segmentLanguage: RowLanguage = {
  kinds: conditionKinds,
  groups: conditionGroups,
  words: 'segmentRows',
  names: 'conditionNames',
  sentences: 'conditions',
  Gap,
};

function Gap({ path, kind, name }: ComponentProps<RowLanguage['Gap']>) {
  const t = useTranslations('segmentRows.slots');
  const slot = conditionKinds[kind]?.slots[name];
  if (slot === undefined) return null;
  if (slot.is === 'goods') return <GoodsField path={`${path}.${name}`} label={t('goods')} />;
  return <PlainGap path={path} name={name} slot={slot} />;
}
