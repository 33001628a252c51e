'use client';

import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SaveCouponPoolDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useRouter } from '@/i18n/navigation';
import { newId } from '@/ui/new-id';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useUnsavedGuard } from '@/ui/use-unsaved-guard';
import { poolKinds } from './variables';

const blank = {
  name: '',
  kind: 'UNIQUE' as string,
  prefix: '',
  alphabet: 'LETTERS_AND_DIGITS' as string,
  length: '' as number | string,
  publicCode: '',
  validFrom: null as string | null,
  validUntil: null as string | null,
  validDays: '' as number | string,
  usesPerCode: '' as number | string,
  usesPerMember: '' as number | string,
};
type Values = typeof blank;
const alphabets = ['LETTERS_AND_DIGITS', 'LETTERS', 'DIGITS'];

/** A new pool: what kind of coupons, how their codes look, how long and how often they are good. */
export function NewCouponPool() {
  const t = useTranslations('coupons');
  const form = useForm({ initialValues: blank });
  const { save, busy } = useSave(form);
  const hasFormat = form.values.kind !== 'PUBLIC' && form.values.kind !== 'IMPORTED';
  const number = (name: 'length' | 'validDays' | 'usesPerCode' | 'usesPerMember') => (
    <NumberInput
      label={t(name)}
      description={t(`${name}Help`)}
      min={0}
      allowDecimal={false}
      {...form.getInputProps(name)}
    />
  );
  const day = (name: 'validFrom' | 'validUntil') => (
    <DateInput
      label={t(name)}
      description={t('dayHelp')}
      clearable
      valueFormat="DD.MM.YYYY"
      {...form.getInputProps(name)}
    />
  );
  return (
    <Page title={t('create')} crumbs={[{ label: t('title'), href: '/coupons' }]}>
      <form onSubmit={form.onSubmit(save)} noValidate>
        <Stack gap="sm" maw={640}>
          <Panel title={t('about')}>
            <TextInput label={t('name')} required {...form.getInputProps('name')} />
            <KindField value={form.values.kind} onChange={(kind) => form.setFieldValue('kind', kind)} />
            {form.values.kind === 'PUBLIC' && (
              <TextInput label={t('publicCode')} required {...form.getInputProps('publicCode')} />
            )}
          </Panel>
          {hasFormat && (
            <Panel title={t('format')}>
              <TextInput label={t('prefix')} description={t('prefixHelp')} required {...form.getInputProps('prefix')} />
              <AlphabetField value={form.values.alphabet} onChange={(name) => form.setFieldValue('alphabet', name)} />
              {number('length')}
            </Panel>
          )}
          <Panel title={t('valid')}>
            {day('validFrom')}
            {day('validUntil')}
            {number('validDays')}
            {number('usesPerCode')}
            {number('usesPerMember')}
          </Panel>
          <Group>
            <Button type="submit" loading={busy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

function KindField({ value, onChange }: { value: string; onChange: (kind: string) => void }) {
  const t = useTranslations('coupons');
  const kind = useEnumLabel('couponPoolKind');
  const help = useEnumLabel('couponPoolKindHelp');
  return (
    <Select
      label={t('kind')}
      description={help(value)}
      allowDeselect={false}
      data={poolKinds.map((code) => ({ value: code, label: kind(code) }))}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}

function AlphabetField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const t = useTranslations('coupons');
  const alphabet = useEnumLabel('couponAlphabet');
  return (
    <Select
      label={t('alphabet')}
      allowDeselect={false}
      data={alphabets.map((code) => ({ value: code, label: alphabet(code) }))}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}

function useSave(form: ReturnType<typeof useForm<Values>>) {
  const t = useTranslations('coupons');
  const router = useRouter();
  const [run, busy] = useChange(SaveCouponPoolDocument);
  const [id] = useState(newId);
  const [saved, setSaved] = useState(false);
  useUnsavedGuard(form.isDirty() && !saved);
  const save = async (values: Values) => {
    const answer = (await run({ input: { id, ...inputOf(values) } }))?.saveCouponPool;
    if (answer === undefined) return;
    if (answer.__typename === 'CouponPoolInvalid') {
      return form.setErrors(Object.fromEntries(answer.problems.map(({ field, message }) => [field, message])));
    }
    if (answer.__typename !== 'CouponPoolSaved') return notifyRefused(answer.message);
    setSaved(true);
    notifyDone(t('saved'));
    router.push(`/coupons/${id}`);
  };
  return { save, busy };
}

function inputOf({ name, kind, prefix, alphabet, publicCode, validFrom, validUntil, ...numbers }: Values) {
  const number = (value: number | string) => (value === '' ? null : Number(value));
  return {
    name,
    kind,
    prefix: prefix || null,
    alphabet,
    publicCode: publicCode || null,
    validFrom,
    validUntil,
    length: number(numbers.length),
    validDays: number(numbers.validDays),
    usesPerCode: number(numbers.usesPerCode),
    usesPerMember: number(numbers.usesPerMember),
  };
}
