'use client';

import { Modal, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { AddCardDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyDone } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  memberId: string;
  onClose: () => void;
  onChanged: () => void;
}

/** A plastic card by its number, or a virtual one without. */
export function AddCard({ memberId, onClose, onChanged }: Props) {
  const t = useTranslations('member');
  const refusalText = useRefusalText();
  const [changeId] = useState(newId);
  const [number, setNumber] = useState('');
  const [error, setError] = useState<string>();
  const [addCard, busy] = useChange(AddCardDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { memberId, changeId, ...(number.trim() === '' ? {} : { number: number.trim() }) };
    const answer = (await addCard({ input }))?.addCard;
    if (answer === undefined) return;
    if (answer.__typename !== 'CardAdded') return setError(refusalText(answer));
    notifyDone(t('cardAdded'));
    onChanged();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('addCard')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('cardNumber')}
            description={t('cardNumberHelp')}
            data-autofocus
            value={number}
            error={error}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <FormButtons action={t('addCard')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
