'use client';

import { useTranslations } from 'next-intl';
import { textAt, type Path } from '@/features/draft';
import type { Slot } from '@/features/segment-definition';
import { NameField, NamesField, useDraft, ValuesField } from '@/features/sentence-rows';
import { BoundsField, ShareField } from './bounds-field';
import { ChoiceField, ChoicesField, FlagField, TextField } from './choice-fields';
import { AheadField, WindowField } from './window-fields';

interface Props {
  /** Where the row stands. */
  path: Path;
  /** Of the gap, which is also its key in the row. */
  name: string;
  slot: Slot;
  /** What is not chosen does not matter. */
  canBeBlank?: boolean;
}

/** The field of a gap that holds a value. */
export function PlainGap({ path, name, slot, canBeBlank = false }: Props) {
  const t = useTranslations('segmentRows.slots');
  const field = { path: `${path}.${name}`, label: t(name as 'when') };
  switch (slot.is) {
    case 'names':
      return <NamesField {...field} source={slot.of} />;
    case 'name':
      return <NameField {...field} source={slot.of} />;
    case 'choice':
      return <ChoiceField {...field} of={slot.of} canBeBlank={slot.canBeBlank ?? false} />;
    case 'choices':
      return <ChoicesField {...field} of={slot.of} />;
    case 'flag':
      return <FlagField {...field} canBeBlank={canBeBlank} />;
    case 'text':
      return <TextField {...field} />;
    case 'tags':
      return <ValuesField {...field} attribute={undefined} />;
    case 'values':
      return <AttributeValues {...field} row={path} />;
    case 'share':
      return <ShareField {...field} />;
    case 'window':
      return <WindowField {...field} />;
    case 'ahead':
      return <AheadField {...field} />;
    case 'bounds':
      return <BoundsField path={path} slot={slot} />;
    default:
      return null;
  }
}

/** Of the attribute that the row is about. */
function AttributeValues({ row, ...field }: { row: Path; path: Path; label: string }) {
  return <ValuesField {...field} attribute={textAt(useDraft().json, `${row}.key`)} />;
}
