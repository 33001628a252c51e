'use client';

import { Alert, Button, Group, Paper, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { UpdateProgrammeDocument, type ProgrammeFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';
import { useUnsavedGuard } from '@/ui/use-unsaved-guard';
import { ShortfallPolicy } from './shortfall-policy';
import { toForm, toInput, type ProgrammeForm } from './programme-form';

interface Props {
  programme: ProgrammeFieldsFragment;
  onSaved: () => void;
}

/** The settings with what they mean for a receipt of ten thousand. */
export function ProgrammeSettings({ programme, onSaved }: Props) {
  const t = useTranslations('programme');
  const refusalText = useRefusalText();
  const mayWrite = useMay('programme.write');
  const [update, busy] = useChange(UpdateProgrammeDocument);
  const form = useForm({ initialValues: toForm(programme) });
  useUnsavedGuard(form.isDirty());
  const submit = form.onSubmit(async (values) => {
    const answer = (await update({ input: toInput(values, programme.version) }))?.updateProgramme;
    if (answer === undefined) return;
    if (answer.__typename === 'ProgrammeInvalid' && answer.field in values) {
      return form.setFieldError(answer.field, refusalText(answer));
    }
    if ('code' in answer) notifyRefused(refusalText(answer));
    else notifyDone(t('saved'));
    form.resetDirty();
    onSaved();
  });
  return (
    <Paper withBorder p="md" maw={760} component="form" onSubmit={submit} noValidate>
      <Stack gap="md">
        <Fields form={form} disabled={!mayWrite} />
        <Example form={form.values} />
        <ShortfallPolicy form={form} disabled={!mayWrite} />
        {mayWrite && (
          <Group justify="flex-end">
            <Button variant="default" disabled={!form.isDirty()} onClick={() => form.reset()}>
              {t('reset')}
            </Button>
            <Button type="submit" loading={busy} disabled={!form.isDirty()}>
              {t('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function Fields({ form, disabled }: { form: UseFormReturnType<ProgrammeForm>; disabled: boolean }) {
  const t = useTranslations('programme');
  const rounding = useEnumLabel('roundingMode');
  const field = (name: Exclude<keyof ProgrammeForm, 'roundingMode' | 'shortfallPolicy'>) => (
    <TextInput
      label={t(name)}
      description={t(`${name}Help`)}
      inputMode="decimal"
      disabled={disabled}
      {...form.getInputProps(name)}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {field('earnPercent')}
      {field('payablePercent')}
      {field('roundingStep')}
      <Select
        label={t('roundingMode')}
        description={t('roundingModeHelp')}
        allowDeselect={false}
        disabled={disabled}
        data={['DOWN', 'HALF_UP'].map((value) => ({ value, label: rounding(value) }))}
        {...form.getInputProps('roundingMode')}
      />
      {field('activationDays')}
      {field('lifetimeDays')}
    </SimpleGrid>
  );
}

const examplePaid = 10_000;

function Example({ form }: { form: ProgrammeForm }) {
  const t = useTranslations('programme');
  const fmt = useFmt();
  const { earnPercent, payablePercent } = toInput(form, 0);
  return (
    <Alert variant="outline" color="gray" title={t('example')}>
      <Text fz="sm">
        {t('exampleText', {
          paid: fmt.moneyWhole(examplePaid),
          earned: fmt.pointsWhole((examplePaid * Number(earnPercent)) / 100),
          payable: fmt.moneyWhole((examplePaid * Number(payablePercent)) / 100),
        })}
      </Text>
    </Alert>
  );
}
