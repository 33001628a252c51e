'use client';

import { Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { conditionLanguage, EffectList, InstantField, WindowsField } from '@/features/promotion-rows';
import { useFmt } from '@/fmt';
import { draftOf, type Editor } from './use-editor';
import { ConditionTree, DraftProvider, useField, WeekdaysField } from '@/features/sentence-rows';

interface Props {
  editor: Editor;
  disabled: boolean;
}

/** The name, what it gives, when, and for whom. */
export function WhatSections({ editor, disabled }: Props) {
  const t = useTranslations('promotion');
  const rows = useTranslations('definition.row');
  return (
    <>
      <Fieldset legend={t('what')}>
        <Stack gap="sm">
          <DraftProvider draft={draftOf(editor, undefined, disabled)}>
            <NameField />
          </DraftProvider>
          <DraftProvider draft={draftOf(editor, 'definition', disabled)}>
            <EffectList path="effects" />
          </DraftProvider>
        </Stack>
      </Fieldset>
      <DraftProvider draft={draftOf(editor, 'definition', disabled)}>
        <Fieldset legend={t('when')}>
          <Schedule />
        </Fieldset>
        <Fieldset legend={t('audience')}>
          <ConditionTree language={{ ...conditionLanguage, nothing: rows('always') }} top="condition" blank={null} />
        </Fieldset>
      </DraftProvider>
    </>
  );
}

function NameField() {
  const t = useTranslations('promotion');
  const { text, set, invalid, disabled } = useField('name');
  return (
    <TextInput
      label={t('name')}
      description={t('nameHelp')}
      required
      maxLength={120}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      error={invalid && t('nameNeeded')}
      disabled={disabled}
      data-path="name"
    />
  );
}

/** The dates between which it runs, and the days and hours of the week. Blank does not restrict. */
function Schedule() {
  const t = useTranslations('promotion');
  const { timeZone } = useFmt();
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <InstantField wide path="schedule.from" label={t('startsAt')} />
        <InstantField wide path="schedule.until" label={t('endsAt')} />
        <Text fz="xs" c="dimmed" pb={8}>
          {t('clock', { timeZone })}
        </Text>
      </Group>
      <Group gap="md">
        <WeekdaysField path="schedule.weekdays" label={t('weekdays')} />
        <WindowsField path="schedule.hours" label={t('hours')} />
      </Group>
      <Text fz="xs" c="dimmed">
        {t('weekdaysHelp')}
      </Text>
    </Stack>
  );
}
