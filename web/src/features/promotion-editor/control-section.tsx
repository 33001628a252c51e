'use client';

import { ActionIcon, Button, Fieldset, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EffectList } from '@/features/promotion-rows';
import { draftOf, type Editor } from './use-editor';
import { at, isList, isObject, put, textAt, withoutItem } from '@/features/draft';
import { DraftProvider, TypedNumber, useDraft, useField } from '@/features/sentence-rows';

const shareDefault = '10';

/** Who is held out to measure what the promotion brings, and who gets something else to compare. */
export function ControlFields({ editor, disabled }: { editor: Editor; disabled: boolean }) {
  return (
    <Stack gap="sm">
      <DraftProvider draft={draftOf(editor, 'definition', disabled)}>
        <Holdout />
      </DraftProvider>
      <DraftProvider draft={draftOf(editor, undefined, disabled)}>
        <NoControlReason />
      </DraftProvider>
      <DraftProvider draft={draftOf(editor, 'definition', disabled)}>
        <Variants />
      </DraftProvider>
    </Stack>
  );
}

function Holdout() {
  const t = useTranslations('promotion.control');
  const { json, change, disabled } = useDraft();
  const holdout = at(json, 'holdout');
  const isOn = isObject(holdout);
  const toggle = () => change(put(json, 'holdout', isOn ? null : { share: shareDefault, salt: null, anonymous: true }));
  return (
    <>
      <Switch label={t('on')} description={t('onHelp')} checked={isOn} onChange={toggle} disabled={disabled} />
      {isOn && (
        <Group gap="md" align="flex-end">
          <TypedNumber path="holdout.share" label={t('share')} decimals={2} sign=" %" size="sm" maw={160} />
          <Switch
            pb={8}
            label={t('anonymous')}
            checked={at(json, 'holdout.anonymous') === true}
            onChange={({ currentTarget }) => change(put(json, 'holdout.anonymous', currentTarget.checked))}
            disabled={disabled}
          />
        </Group>
      )}
    </>
  );
}

/** Asked for when nobody is held out. */
function NoControlReason() {
  const t = useTranslations('promotion.control');
  const share = useField('definition.holdout.share').text;
  const { text, set, invalid, disabled } = useField('noControlReason');
  if (Number(share) > 0) return null;
  return (
    <TextInput
      label={t('why')}
      description={t('whyHelp')}
      required
      maxLength={500}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      error={invalid}
      disabled={disabled}
      data-path="noControlReason"
    />
  );
}

function Variants() {
  const t = useTranslations('promotion.control');
  const { json, change, disabled } = useDraft();
  const value = at(json, 'variants');
  const variants = isList(value) ? value : [];
  const add = () => {
    const variant = { key: 'BCDEFGHIJK'.charAt(variants.length), share: '45', effects: at(json, 'effects') ?? [] };
    change(put(json, 'variants', [...variants, variant]));
  };
  return (
    <Stack gap="xs">
      <Text fz="sm" fw={500}>
        {t('variants')}
      </Text>
      <Text fz="xs" c="dimmed">
        {t('variantsHelp')}
      </Text>
      {variants.map((_, index) => (
        <Variant key={index} index={index} />
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
        disabled={disabled || variants.length >= 10}
      >
        {t('addVariant')}
      </Button>
    </Stack>
  );
}

function Variant({ index }: { index: number }) {
  const t = useTranslations('promotion.control');
  const { json, change, disabled } = useDraft();
  const path = `variants.${index}`;
  const key = textAt(json, `${path}.key`);
  return (
    <Fieldset p="xs" legend={t('variant', { key })}>
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <KeyField path={`${path}.key`} />
          <TypedNumber path={`${path}.share`} label={t('share')} decimals={2} sign=" %" size="sm" maw={140} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={t('removeVariant', { key })}
            onClick={() => change(withoutItem(json, path))}
            disabled={disabled}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
        <EffectList path={`${path}.effects`} />
      </Stack>
    </Fieldset>
  );
}

function KeyField({ path }: { path: string }) {
  const t = useTranslations('promotion.control');
  const { text, set, invalid, disabled } = useField(path);
  return (
    <TextInput
      label={t('key')}
      maw={120}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      error={invalid}
      disabled={disabled}
    />
  );
}
