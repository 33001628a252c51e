'use client';

import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { MoveCategoryDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  path: string;
  onClose: () => void;
  onMoved: (path: string) => void;
}

/** Renames or moves a category; its products go along. */
export function MoveCategory({ path, onClose, onMoved }: Props) {
  const t = useTranslations('catalogue');
  const fmt = useFmt();
  const refusalText = useRefusalText();
  const [move, busy] = useChange(MoveCategoryDocument);
  const form = useForm({ initialValues: { newPath: path } });
  const submit = form.onSubmit(async ({ newPath }) => {
    const answer = (await move({ input: { path, newPath } }))?.moveCategory;
    if (answer === undefined) return;
    if (answer.__typename !== 'CategoryMoved') return form.setFieldError('newPath', refusalText(answer));
    notifyDone(t('moved', { count: answer.products, n: fmt.number(answer.products) }));
    onMoved(answer.path);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('move')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text fz="sm">{path}</Text>
          <TextInput
            label={t('newPath')}
            description={t('newPathHelp')}
            data-autofocus
            {...form.getInputProps('newPath')}
          />
          <FormButtons action={t('move')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
