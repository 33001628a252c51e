'use client';

import { useTranslations } from 'next-intl';
import type { Path, RowKind } from '@/features/promotion-definition';
import { GoodsField } from './goods-field';
import { PartsField, RatesField, StepsField } from './list-fields';
import { PlainSlot } from './plain-slot';
import { Sentence } from './sentence';

interface Props {
  path: Path;
  table: 'conditions' | 'effects';
  kind: string;
  slots: RowKind['slots'];
}

/** A condition or an effect as a sentence to fill in. */
export function FilledSentence({ path, table, kind, slots }: Props) {
  return <Sentence table={table} kind={kind} gap={(name) => <SlotField path={path} name={name} slots={slots} />} />;
}

function SlotField({ path, name, slots }: Pick<Props, 'path' | 'slots'> & { name: string }) {
  const t = useTranslations('definition.slots');
  const slot = slots[name];
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
