'use client';

import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useStoreOptions } from '@/features/stores';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { MemberAttributesDocument, type MemberProfileFieldsFragment } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { useEnumLabel } from '@/ui/use-enum-label';

const EditTraits = dynamic(async () => (await import('./edit-traits')).EditTraits);
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
  const stores = useStoreOptions();
  const sayAttribute = useSayAttribute();
  const [editing, edit] = useDisclosure();
  const [editingTraits, editTraits] = useDisclosure();
  // Who sees masked names may not write them back.
  const [mayWrite, mayReadNames] = [useMay('members.write'), useMay('members.pii.read')];
  const { homeStoreId, birthDate } = member;
  return (
    <Panel
      title={t('profile')}
      action={
        mayWrite &&
        mayReadNames && (
          <Group gap="xs">
            <Button variant="default" size="compact-sm" onClick={editTraits.open}>
              {t('traits')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={edit.open}>
              {t('edit')}
            </Button>
          </Group>
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
          ...member.children.map((child): [string, string] => [
            t('child'),
            [child.name, fmt.date(child.birthDate), child.gender && gender(child.gender)].filter(Boolean).join(', '),
          ]),
          ...member.attributes.map(sayAttribute),
        ]}
      />
      {editingTraits && <EditTraits member={member} onClose={editTraits.close} onChanged={onChanged} />}
      {editing && <EditMember member={member} onClose={edit.close} onChanged={onChanged} />}
    </Panel>
  );
}

/** An attribute and its value as people call them. */
function useSayAttribute(): (attribute: { key: string; value: string }) => [string, string] {
  const t = useTranslations('member');
  const usual = useEnumLabel('attribute');
  const declared = useGraph(MemberAttributesDocument, { language: useLocale() }).data?.memberAttributes;
  return ({ key, value }) => {
    const known = declared?.find((one) => one.key === key);
    const named = known?.values.find((one) => one.value === value)?.name ?? value;
    const said = known?.type === 'FLAG' ? t(value === 'true' ? 'yes' : 'no') : named;
    return [known?.name ?? usual(key.replace(/^attr:/, '')), said];
  };
}
