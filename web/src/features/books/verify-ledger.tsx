'use client';

import { Alert, Button, Group, Progress, SegmentedControl, Text, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt } from '@/fmt';
import { startOfDay } from '@/fmt/dates';
import { FailureAlert } from '@/ui/failure-alert';
import { Panel } from '@/ui/panel';
import { useUrlState } from '@/ui/url-state';
import { useVerification, type Scope, type Verified } from './use-verification';

type Kind = 'all' | 'since' | 'member';

/** Checks every entry, posting, balance, lot and the hash chain, or a part of them; names the first bad row. */
export function VerifyLedger() {
  const t = useTranslations('books');
  const { timeZone } = useFmt();
  const [params] = useUrlState();
  const asked = params.get('member') ?? '';
  const [kind, setKind] = useState<Kind>(asked === '' ? 'all' : 'member');
  const [day, setDay] = useState<string | null>(null);
  const [memberId, setMemberId] = useState(asked);
  const { last, progress, failure, run, stop } = useVerification();
  const scope = scopeOf(kind, day === null ? undefined : startOfDay(timeZone, day), memberId.trim());
  return (
    <Panel title={t('verify')}>
      <Text fz="sm" c="dimmed">
        {t('verifyHint')}
      </Text>
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          aria-label={t('scope')}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'all')}
          data={kinds.map((value) => ({ value, label: t(`scopes.${value}`) }))}
        />
        {kind === 'since' && (
          <DatePickerInput label={t('since')} valueFormat="DD.MM.YYYY" w={180} value={day} onChange={setDay} />
        )}
        {kind === 'member' && (
          <TextInput
            label={t('memberId')}
            w={{ base: '100%', xs: 320 }}
            value={memberId}
            onChange={(event) => setMemberId(event.currentTarget.value)}
          />
        )}
        {progress === undefined ? (
          <Button disabled={scope === undefined} onClick={() => scope !== undefined && run(scope)}>
            {t('verifyNow')}
          </Button>
        ) : (
          <Button variant="default" onClick={stop}>
            {t('verifyStop')}
          </Button>
        )}
      </Group>
      {progress !== undefined && (
        <Progress value={Math.max(progress * 100, 3)} animated aria-label={t('verifying')} role="progressbar" />
      )}
      {failure !== undefined && <FailureAlert failure={failure} onRetry={() => scope !== undefined && run(scope)} />}
      {progress === undefined && last !== undefined && <Found last={last} />}
    </Panel>
  );
}

const kinds: Kind[] = ['all', 'since', 'member'];

function scopeOf(kind: Kind, since: string | undefined, memberId: string): Scope | undefined {
  if (kind === 'all') return {};
  if (kind === 'since') return since === undefined ? undefined : { since };
  return memberId === '' ? undefined : { memberId };
}

function Found({ last }: { last: Verified }) {
  const t = useTranslations('books');
  const fmt = useFmt();
  const { scope } = last;
  const looked =
    scope.memberId !== undefined
      ? `${t('scopes.member')} ${scope.memberId}`
      : scope.since !== undefined
        ? `${t('since')} ${fmt.dateTime(scope.since)}`
        : t('scopes.all');
  return (
    <Alert
      color={last.ok ? 'teal' : 'red'}
      variant="outline"
      role="status"
      title={`${last.ok ? t('ok') : t('fault')} · ${fmt.dateTime(last.at)} · ${looked}`}
    >
      {last.fault}
      <Text fz="sm" className="num">
        {t('checked', {
          entries: fmt.number(last.entries),
          postings: fmt.number(last.postings),
          accounts: fmt.number(last.accounts),
          lots: fmt.number(last.lots),
          chained: fmt.number(last.chained),
        })}
      </Text>
    </Alert>
  );
}
