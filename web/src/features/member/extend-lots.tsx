'use client';

import { Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useFmt } from '@/fmt';
import { addDays, startOfDay } from '@/fmt/dates';
import { ExtendLotsDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyDone } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  /** One lot, or all the lots of a member that can expire. */
  target: { lotIds: string[] } | { memberId: string };
  onClose: () => void;
  onChanged: () => void;
}

const reasonMax = 200;

/** Gives lots more time: some days longer, or through a day. The points stay as they are. */
export function ExtendLots({ target, onClose, onChanged }: Props) {
  const t = useTranslations('member');
  const { timeZone } = useFmt();
  const refusalText = useRefusalText();
  const [extensionId] = useState(newId);
  const [how, setHow] = useState<'days' | 'until'>('days');
  const [days, setDays] = useState('30');
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [extend, busy] = useChange(ExtendLotsDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const time = how === 'days' ? daysOf(days) : throughDay(until, timeZone);
    if (time === undefined || reason.trim() === '') return setError(t('extendIncomplete'));
    const answer = (await extend({ input: { extensionId, ...target, ...time, reason: reason.trim() } }))?.extendLots;
    if (answer === undefined) return;
    if (answer.__typename !== 'LotsExtended') return setError(refusalText(answer));
    notifyDone(t('extendDone', { count: answer.lots.length, n: String(answer.lots.length) }));
    onChanged();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('extend')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text fz="sm">{'memberId' in target ? t('extendAllHint') : t('extendOneHint')}</Text>
          <Time how={how} days={days} until={until} onHow={setHow} onDays={setDays} onUntil={setUntil} />
          <TextInput
            label={t('extendReason')}
            required
            maxLength={reasonMax}
            value={reason}
            error={error}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormButtons action={t('extend')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

interface TimeProps {
  how: 'days' | 'until';
  days: string;
  until: string | null;
  onHow: (how: 'days' | 'until') => void;
  onDays: (days: string) => void;
  onUntil: (day: string | null) => void;
}

function Time({ how, days, until, onHow, onDays, onUntil }: TimeProps) {
  const t = useTranslations('member');
  return (
    <>
      <SegmentedControl
        aria-label={t('extendHow')}
        value={how}
        onChange={(value) => onHow(value === 'until' ? 'until' : 'days')}
        data={[
          { value: 'days', label: t('extendByDays') },
          { value: 'until', label: t('extendUntil') },
        ]}
      />
      {how === 'days' ? (
        <TextInput
          label={t('extendDays')}
          inputMode="numeric"
          data-autofocus
          value={days}
          onChange={(event) => onDays(event.currentTarget.value)}
        />
      ) : (
        <DateInput label={t('extendThrough')} valueFormat="DD.MM.YYYY" value={until} onChange={onUntil} />
      )}
    </>
  );
}

function daysOf(typed: string): { days: number } | undefined {
  return /^[1-9]\d{0,3}$/.test(typed.trim()) ? { days: Number(typed) } : undefined;
}

// Through a day means gone when the next one begins.
function throughDay(day: string | null, timeZone: string): { expiresAt: string } | undefined {
  return day === null ? undefined : { expiresAt: startOfDay(timeZone, addDays(day, 1)) };
}
