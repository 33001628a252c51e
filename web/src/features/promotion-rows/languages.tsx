'use client';

import type { RowKind } from '@/features/draft';
import { conditionGroups, conditionKinds, effectGroups, effectKinds, type Slot } from '@/features/promotion-definition';
import type { RowLanguage } from '@/features/sentence-rows';
import { SlotField } from './slot-field';

type Kinds = Readonly<Record<string, RowKind<string, Slot>>>;

const gapOf =
  (kinds: Kinds): RowLanguage['Gap'] =>
  ({ path, kind, name }) => <SlotField path={path} name={name} slot={kinds[kind]?.slots[name]} />;

/** For whom and when a promotion is. */
export const conditionLanguage: RowLanguage = {
  kinds: conditionKinds,
  groups: conditionGroups,
  words: 'definition',
  names: 'conditionNames',
  sentences: 'conditions',
  Gap: gapOf(conditionKinds),
};

/** What a promotion gives. */
export const effectLanguage: RowLanguage = {
  kinds: effectKinds,
  groups: effectGroups,
  words: 'definition',
  names: 'effectNames',
  sentences: 'effects',
  Gap: gapOf(effectKinds),
};
