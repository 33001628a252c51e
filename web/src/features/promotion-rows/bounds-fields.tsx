'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { at, put, textAt, type Json, type Path } from '@/features/draft';
import { NumberField, useDraft, useField, Word } from '@/features/sentence-rows';
import { useFmt } from '@/fmt';

interface FieldProps {
  path: Path;
  label: string;
}

export function DecimalField({ path, label, unit }: FieldProps & { unit: 'money' | 'percent' | 'points' | 'factor' }) {
  const { currencySign } = useFmt();
  const sign = { money: ` ${currencySign}`, percent: ' %', points: '', factor: '' }[unit];
  return <NumberField path={path} label={label} decimals={2} sign={sign} placeholder="…" />;
}

const countMeasures = ['COUNT', 'LINES', 'RECEIPTS', ''];

/** What is measured, from and to: sums are money, quantities have decimals, the rest is counted. */
export function BoundsField({ path, measures }: { path: Path; measures: readonly string[] }) {
  const t = useTranslations('definition');
  const { currencySign } = useFmt();
  const { json, change, disabled } = useDraft();
  const measure = useField(`${path}.measure`).text;
  const decimals = countMeasures.includes(measure) ? 0 : measure === 'SUM' ? 2 : 3;
  const setMeasure = (next: string | null) => {
    if (next === null) return;
    const converted = ['atLeast', 'atMost'].reduce<Json>(
      (node, key) => {
        const bound = textAt(json, `${path}.${key}`);
        if (bound === '') return node;
        return put(node, key, countMeasures.includes(next) ? Math.round(Number(bound)) : bound);
      },
      at(json, path) ?? null,
    );
    change(put(json, path, put(converted, 'measure', next)));
  };
  const bound = (key: 'atLeast' | 'atMost') => (
    <NumberField
      path={`${path}.${key}`}
      label={t(`slots.${key}`)}
      decimals={decimals}
      sign={measure === 'SUM' ? ` ${currencySign}` : ''}
      placeholder="…"
    />
  );
  return (
    <>
      {measures.length > 0 && (
        <Select
          size="xs"
          w={150}
          aria-label={t('slots.measure')}
          allowDeselect={false}
          data={measures.map((value) => ({ value, label: t(`measures.${value as 'SUM'}`) }))}
          value={measure}
          onChange={setMeasure}
          disabled={disabled}
        />
      )}
      <Word>{t('row.from')}</Word>
      {bound('atLeast')}
      <Word>{t('row.to')}</Word>
      {bound('atMost')}
    </>
  );
}

/** The n-th purchase or every n-th: one of the two is a number. */
export function NthField({ path }: { path: Path }) {
  const t = useTranslations('definition');
  const { json, change, disabled } = useDraft();
  const which = typeof at(json, `${path}.every`) === 'number' ? 'every' : 'n';
  const choose = (next: string | null) => {
    const number = at(json, `${path}.${which}`) ?? null;
    const other = next === 'every' ? 'n' : 'every';
    if (next !== null) change(put(put(json, `${path}.${next}`, number), `${path}.${other}`, null));
  };
  return (
    <>
      <Select
        size="xs"
        w={140}
        aria-label={t('slots.nth')}
        allowDeselect={false}
        data={(['n', 'every'] as const).map((value) => ({ value, label: t(`which.${value}`) }))}
        value={which}
        onChange={choose}
        disabled={disabled}
      />
      <NumberField path={`${path}.${which}`} label={t('slots.nth')} decimals={0} placeholder="…" />
    </>
  );
}

/** Dates of points that differ from the programme's. */
export function DatesField({ path }: { path: Path }) {
  const t = useTranslations('definition.row');
  const part = (key: 'activationDays' | 'lifetimeDays', words: string) => {
    const [before = '', after = ''] = words.split('…');
    return (
      <>
        <Word>{before}</Word>
        <NumberField path={`${path}.${key}`} label={words} decimals={0} placeholder={t('asProgramme')} />
        <Word>{after}</Word>
      </>
    );
  };
  return (
    <>
      {part('activationDays', t('activeAfter', { days: '…' }))}
      {part('lifetimeDays', t('liveFor', { days: '…' }))}
    </>
  );
}
