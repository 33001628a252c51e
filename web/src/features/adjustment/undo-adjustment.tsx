'use client';

import { Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useFmt } from '@/fmt';
import { UndoAdjustmentDocument, type AdjustmentFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  adjustment: AdjustmentFieldsFragment;
  onClose: () => void;
  onChanged: () => void;
}

/** Takes a booked adjustment back by a new entry; when the wallet does not reach, only as far as it does and only if asked. */
export function UndoAdjustment({ adjustment, onClose, onChanged }: Props) {
  const t = useTranslations('adjustment');
  const tc = useTranslations('common');
  const fmt = useFmt();
  const refusalText = useRefusalText();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [short, setShort] = useState<string>();
  const [allowPartial, setAllowPartial] = useState(false);
  const [undo, busy] = useChange(UndoAdjustmentDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() === '') return setMissing(true);
    const input = { adjustmentId: adjustment.id, note: note.trim(), allowPartial };
    const answer = (await undo({ input }))?.undoAdjustment;
    if (answer === undefined) return;
    if (answer.__typename === 'PointsInsufficient')
      return setShort(t('undoShort', { left: fmt.points(answer.available) }));
    if (answer.__typename !== 'AdjustmentUndone') return setShort(refusalText(answer));
    notifyDone(t('done.undo', { points: fmt.pointsSigned(answer.moved) }));
    onChanged();
    onClose();
  };
  const gave = !adjustment.amount.startsWith('-');
  return (
    <Modal opened onClose={onClose} title={t('step.undo')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text fz="sm">
            {t(gave ? 'consequence.undoGiven' : 'consequence.undoTaken', {
              points: fmt.points(adjustment.amount.replace('-', '')),
              member: adjustment.member.displayName,
            })}
          </Text>
          <TextInput
            label={tc('reason')}
            data-autofocus
            required
            maxLength={500}
            value={note}
            error={missing && tc('reasonNeeded')}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {short !== undefined && <Short why={short} allowed={allowPartial} onAllow={setAllowPartial} />}
          <FormButtons action={t('step.undo')} busy={busy} onCancel={onClose} danger />
        </Stack>
      </form>
    </Modal>
  );
}

/** Why it cannot be undone as a whole, and the offer to undo what can be. */
function Short({ why, allowed, onAllow }: { why: string; allowed: boolean; onAllow: (allowed: boolean) => void }) {
  const t = useTranslations('adjustment');
  return (
    <>
      <Text fz="sm" c="var(--mantine-color-error)" role="alert">
        {why}
      </Text>
      <Checkbox
        label={t('allowPartial')}
        checked={allowed}
        onChange={(event) => onAllow(event.currentTarget.checked)}
      />
    </>
  );
}
