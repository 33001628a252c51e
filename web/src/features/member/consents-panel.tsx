'use client';

import { Group, Stack, Switch, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { SetConsentDocument, type ConsentFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { Panel } from '@/ui/panel';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  memberId: string;
  consents: ConsentFieldsFragment[];
  onChanged: () => void;
}

const channels = ['EMAIL', 'SMS', 'PUSH'];

/** What the member agreed to hear from, and since when. */
export function ConsentsPanel({ memberId, consents, onChanged }: Props) {
  const t = useTranslations('member');
  const fmt = useFmt();
  const [channel, source] = [useEnumLabel('consentChannel'), useEnumLabel('channel')];
  const refusalText = useRefusalText();
  const mayWrite = useMay('members.write');
  const [setConsent, busy] = useChange(SetConsentDocument);
  const change = async (code: string, given: boolean) => {
    const input = { memberId, channel: code, given, source: 'BACK_OFFICE' };
    const answer = (await setConsent({ input }))?.setConsent;
    if (answer === undefined) return;
    if (answer.__typename !== 'ConsentRecorded') return notifyRefused(refusalText(answer));
    notifyDone(given ? t('consentGiven') : t('consentWithdrawn'));
    onChanged();
  };
  return (
    <Panel title={t('consents')}>
      <Stack gap="xs">
        {channels.map((code) => {
          const consent = consents.find((one) => one.channel === code);
          return (
            <Group key={code} justify="space-between" gap="xs">
              <Switch
                label={channel(code)}
                checked={consent?.given ?? false}
                disabled={!mayWrite || busy}
                onChange={(event) => change(code, event.currentTarget.checked)}
              />
              <Text fz="xs" c="dimmed">
                {consent === undefined ? t('neverAsked') : `${fmt.date(consent.changedAt)} · ${source(consent.source)}`}
              </Text>
            </Group>
          );
        })}
      </Stack>
    </Panel>
  );
}
