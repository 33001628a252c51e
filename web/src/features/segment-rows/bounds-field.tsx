'use client';

import { useTranslations } from 'next-intl';
import type { Path } from '@/features/draft';
import { decimalsOf, inUnits, shown, unitOf, type Slot, type Unit } from '@/features/segment-definition';
import { NumberBox, useField, widthOf, Word } from '@/features/sentence-rows';
import { useFmt } from '@/fmt';

/** From and to, both inside; blank is open. */
export function BoundsField({ path, slot }: { path: Path; slot: Slot }) {
  const t = useTranslations('segmentRows');
  const measure = useField(`${path}.measure`).text;
  const unit = unitOf(slot, measure);
  return (
    <>
      <Word>{t('row.from')}</Word>
      <UnitField path={`${path}.from`} label={t('slots.from')} unit={unit} />
      <Word>{t('row.to')}</Word>
      <UnitField path={`${path}.to`} label={t('slots.to')} unit={unit} />
    </>
  );
}

/** A number that travels in units of its own and is typed as people write it. */
function UnitField({ path, label, unit }: { path: Path; label: string; unit: Unit }) {
  const { currencySign } = useFmt();
  const { value, set, invalid, disabled } = useField(path);
  const decimals = decimalsOf[unit];
  const text = typeof value === 'number' ? shown(value, decimals) : '';
  const look = { placeholder: '…', sign: unit === 'MONEY' ? ` ${currencySign}` : '' };
  return (
    <NumberBox
      size="xs"
      w={widthOf(text, look)}
      aria-label={label}
      {...look}
      decimals={decimals}
      text={text}
      onType={(typed) => set(typed === '' ? null : inUnits(typed, decimals))}
      error={invalid}
      disabled={disabled}
    />
  );
}

/** A share in percent; it travels in tenths of one. */
export function ShareField({ path, label }: { path: Path; label: string }) {
  const { value, set, invalid, disabled } = useField(path);
  const text = typeof value === 'number' ? String(value / 10) : '';
  return (
    <NumberBox
      size="xs"
      w={widthOf(text, { sign: ' %' })}
      aria-label={label}
      decimals={2}
      sign=" %"
      text={text}
      onType={(typed) => set(typed === '' ? 0 : Math.min(Math.round(Number(typed) * 10), 1_000))}
      error={invalid}
      disabled={disabled}
    />
  );
}
