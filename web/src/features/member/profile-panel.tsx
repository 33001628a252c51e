'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useStoreOptions } from '@/features/stores';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { MemberProfileFieldsFragment } from '@/graphql/generated/graphql';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { useEnumLabel } from '@/ui/use-enum-label';

const EditMember = dynamic(async () => (await import('./edit-member')).EditMember);

interface Props {
  member: MemberProfileFieldsFragment;
  onChanged: () => void;
}

/** Who the member is. */
export function ProfilePanel({ member, onChanged }: Props) {
  const t = useTranslations('member');
  const fmt = useFmt();
  const [gender, channel, language] = [useEnumLabel('gender'), useEnumLabel('channel'), useEnumLabel('language')];
  const attribute = useEnumLabel('attribute');
  const stores = useStoreOptions();
  const [editing, edit] = useDisclosure();
  // Who sees masked names may not write them back.
  const [mayWrite, mayReadNames] = [useMay('members.write'), useMay('members.pii.read')];
  const { homeStoreId, birthDate } = member;
  return (
    <Panel
      title={t('profile')}
      action={
        mayWrite &&
        mayReadNames && (
          <Button variant="default" size="compact-sm" onClick={edit.open}>
            {t('edit')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('phone'), member.phone],
          [t('email'), member.email],
          [t('birthDate'), birthDate === null ? null : fmt.date(birthDate)],
          [t('gender'), gender(member.gender)],
          [t('city'), member.city],
          [t('homeStore'), stores.find(({ value }) => value === homeStoreId)?.label ?? homeStoreId],
          [t('language'), language(member.language)],
          [t('registeredAt'), fmt.dateTime(member.registeredAt)],
          [t('channel'), channel(member.channel)],
          [t('externalId'), member.externalId],
          ...member.attributes.map(({ key, value }): [string, string] => [attribute(key.replace(/^attr:/, '')), value]),
        ]}
      />
      {editing && <EditMember member={member} onClose={edit.close} onChanged={onChanged} />}
    </Panel>
  );
}
