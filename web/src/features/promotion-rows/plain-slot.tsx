'use client';

import { useTranslations } from 'next-intl';
import type { ValueSlot } from '@/features/promotion-definition';
import { ChannelsField, ChoiceField, TestField, TextField, TextsField } from './choice-fields';
import { BoundsField, DatesField, DecimalField, NthField } from './bounds-fields';
import { InstantField, WindowsField } from './time-fields';
import type { Path } from '@/features/draft';
import { NameField, NamesField, WeekdaysField, WholeField } from '@/features/sentence-rows';

interface Props {
  /** Where the row stands. */
  path: Path;
  /** Of the gap, which is also its key in the row. */
  name: string;
  slot: ValueSlot;
}

/** The field of a gap that holds a value. */
export function PlainSlot({ path, name, slot }: Props) {
  const t = useTranslations('definition.slots');
  const field = { path: `${path}.${name}`, label: t(name as 'goods') };
  switch (slot.is) {
    case 'whole':
      return <WholeField {...field} />;
    case 'decimal':
      return <DecimalField {...field} unit={slot.unit} />;
    case 'text':
      return <TextField {...field} />;
    case 'names':
      return <NamesField {...field} source={slot.of} />;
    case 'name':
      return <NameField {...field} source={slot.of} />;
    case 'choice':
      return <ChoiceField {...field} of={slot.of} canBeBlank={slot.canBeBlank ?? false} />;
    case 'weekdays':
      return <WeekdaysField {...field} />;
    case 'channels':
      return <ChannelsField {...field} />;
    case 'windows':
      return <WindowsField {...field} />;
    case 'instant':
      return <InstantField {...field} />;
    case 'texts':
      return <TextsField path={field.path} />;
    // These fill more than one key of their row.
    case 'test':
      return <TestField path={path} isOfMembers={slot.of === 'memberAttributes'} />;
    case 'bounds':
      return <BoundsField path={path} measures={slot.measures} />;
    case 'nth':
      return <NthField path={path} />;
    case 'dates':
      return <DatesField path={path} />;
  }
}
