'use client';

import { useTranslations } from 'next-intl';
import type { Path } from '@/features/draft';
import type { Slot } from '@/features/promotion-definition';
import { GoodsField } from './goods-field';
import { PartsField, RatesField, StepsField } from './list-fields';
import { PlainSlot } from './plain-slot';

interface Props {
  /** Where the row stands. */
  path: Path;
  name: string;
  slot: Slot | undefined;
}

/** What fills a gap of a condition or an effect. */
export function SlotField({ path, name, slot }: Props) {
  const t = useTranslations('definition.slots');
  const place = `${path}.${name}`;
  if (slot === undefined) return null;
  switch (slot.is) {
    case 'goods':
      return <GoodsField path={place} label={t(name as 'goods')} />;
    case 'steps':
      return <StepsField path={place} by={`${path}.by`} />;
    case 'parts':
      return <PartsField path={place} />;
    case 'rates':
      return <RatesField path={place} />;
    default:
      return <PlainSlot path={path} name={name} slot={slot} />;
  }
}
