'use client';

import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { everything, type Json } from '@/features/draft';
import { GoodsEditor } from '@/features/promotion-rows';
import {
  DeleteComplementDocument,
  SaveComplementDocument,
  type ComplementFieldsFragment,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyDone } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  /** Absent for a new one. */
  complement: ComplementFieldsFragment | undefined;
  onClose: () => void;
  onSaved: () => void;
}

/** Goods, and what belongs to them, as two rules. */
export function EditComplement({ complement, onClose, onSaved }: Props) {
  const t = useTranslations('complements');
  const refusalText = useRefusalText();
  const [save, busy] = useChange(SaveComplementDocument);
  const [id] = useState(() => complement?.id ?? newId());
  const [name, setName] = useState(complement?.name ?? '');
  const [goods, setGoods] = useState(complement ? (complement.goods as Json) : everything);
  const [accessory, setAccessory] = useState(complement ? (complement.accessory as Json) : everything);
  const [problem, setProblem] = useState<string>();
  const done = (text: string) => {
    notifyDone(text);
    onSaved();
    onClose();
  };
  const submit = async () => {
    const input = {
      id,
      name,
      version: complement?.version ?? null,
      goods,
      accessory,
    };
    const answer = (await save({ input }))?.saveComplement;
    if (answer === undefined) return;
    if (answer.__typename === 'ComplementSaved') return done(t('saved'));
    setProblem('problems' in answer ? answer.problems.map(({ message }) => message).join(' ') : refusalText(answer));
  };
  return (
    <Modal opened onClose={onClose} title={complement === undefined ? t('create') : t('edit')} size="xl">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <TextInput label={t('name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <GoodsEditor label={t('goods')} value={goods} onChange={setGoods} />
          <GoodsEditor label={t('accessory')} value={accessory} onChange={setAccessory} />
          {problem !== undefined && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify={complement === undefined ? 'flex-end' : 'space-between'}>
            {complement !== undefined && <DeleteButton complement={complement} onDeleted={() => done(t('deleted'))} />}
            <FormButtons action={t('save')} busy={busy} onCancel={onClose} />
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function DeleteButton({ complement, onDeleted }: { complement: ComplementFieldsFragment; onDeleted: () => void }) {
  const t = useTranslations('complements');
  const [remove, busy] = useChange(DeleteComplementDocument);
  const run = async () => {
    if (!window.confirm(t('deleteSure', { name: complement.name }))) return;
    if ((await remove({ id: complement.id })) !== undefined) onDeleted();
  };
  return (
    <Button variant="default" color="red" loading={busy} onClick={() => void run()}>
      {t('delete')}
    </Button>
  );
}
