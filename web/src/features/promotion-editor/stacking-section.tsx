'use client';

import { Autocomplete, Radio, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { at, isObject, put, textAt } from '@/features/draft';
import { TypedNumber, useDraft, useField } from '@/features/sentence-rows';

const modes = ['BEST', 'EXCLUSIVE', 'CUMULATIVE'] as const;

/** How the promotion gets on with others: alone, or in a group with a rule. */
export function StackingFields() {
  const t = useTranslations('promotion.stacking');
  const { json, change, disabled } = useDraft();
  const stacking = at(json, 'stacking');
  const mode = isObject(stacking) ? textAt(stacking, 'mode') : 'NONE';
  const choose = (next: string) => {
    const group = isObject(stacking) ? (stacking.group ?? '') : t('groupDefault');
    change(put(json, 'stacking', next === 'NONE' ? null : { group, mode: next }));
  };
  return (
    <Stack gap="sm">
      <TypedNumber
        path="priority"
        label={t('priority')}
        description={t('priorityHelp')}
        decimals={0}
        size="sm"
        maw={260}
      />
      <Radio.Group label={t('mode')} value={mode} onChange={choose}>
        <Stack gap="xs" mt={4}>
          {(['NONE', ...modes] as const).map((one) => (
            <Radio key={one} value={one} label={t(one)} description={t(`${one}Help`)} disabled={disabled} />
          ))}
        </Stack>
      </Radio.Group>
      {mode !== 'NONE' && <GroupName />}
    </Stack>
  );
}

function GroupName() {
  const t = useTranslations('promotion.stacking');
  const { text, set, invalid, disabled } = useField('stacking.group');
  return (
    <Autocomplete
      label={t('group')}
      description={t('groupHelp')}
      maw={320}
      data={[]}
      value={text}
      onChange={set}
      error={invalid}
      disabled={disabled}
    />
  );
}
