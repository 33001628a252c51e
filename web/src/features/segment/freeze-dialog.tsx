'use client';

import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { FreezeSegmentDocument, type SegmentFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useRouter } from '@/i18n/navigation';
import { useFmt, useNow } from '@/fmt';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyDone } from '@/ui/notify';

/** Makes a group of a segment's members of now. */
export function FreezeDialog({ segment, onClose }: { segment: SegmentFieldsFragment; onClose: () => void }) {
  const t = useTranslations('segment');
  const fmt = useFmt();
  const today = fmt.date(fmt.today(useNow()));
  const router = useRouter();
  const [id] = useState(newId);
  const [name, setName] = useState(`${segment.name}, ${today}`);
  const [refusal, setRefusal] = useState<string>();
  const [freeze, busy] = useChange(FreezeSegmentDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { id, segmentId: segment.id, name: name.trim(), folder: segment.folder };
    const answer = (await freeze({ input }))?.freezeSegment;
    if (answer === undefined) return;
    if (answer.__typename !== 'SegmentFrozen') return setRefusal(answer.message);
    notifyDone(t('frozen'));
    onClose();
    router.push(`/segments/${answer.group.id}`);
  };
  return (
    <Modal opened onClose={onClose} title={t('freeze')}>
      <Stack gap="sm" component="form" onSubmit={(event: FormEvent) => void submit(event)}>
        <Text fz="sm">{t('freezeHelp')}</Text>
        <TextInput
          data-autofocus
          label={t('groupName')}
          required
          maxLength={120}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setRefusal(undefined);
          }}
          error={refusal}
        />
        <FormButtons action={t('freeze')} busy={busy} onCancel={onClose} />
      </Stack>
    </Modal>
  );
}
