'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { MessageRowFragment, MessagesQuery } from '@/graphql/generated/graphql';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

export type MessageWithMember = MessagesQuery['messages']['edges'][number]['node'];

/** The columns of any list of messages. */
export function useMessageColumns(): Column<MessageRowFragment>[] {
  const t = useTranslations('messages');
  const fmt = useFmt();
  const [template, purpose] = [useEnumLabel('template'), useEnumLabel('purpose')];
  return [
    {
      key: 'subject',
      header: t('subject'),
      cell: ({ id, subject }) => <TextLink href={`/messages/${id}`}>{subject || t('noSubject')}</TextLink>,
      csv: ({ subject }) => subject,
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <StatusBadge kind="messageStatus" status={status} />,
      csv: ({ status }) => status,
    },
    { key: 'template', header: t('template'), cell: (row) => template(row.template), csv: (row) => row.template },
    {
      key: 'recipient',
      header: t('recipient'),
      cell: ({ recipient }) => recipient || '—',
      csv: (row) => row.recipient,
    },
    {
      key: 'queuedAt',
      header: t('queuedAt'),
      cell: ({ queuedAt }) => fmt.dateTime(queuedAt),
      csv: ({ queuedAt }) => queuedAt,
    },
    {
      key: 'sentAt',
      header: t('sentAt'),
      cell: ({ sentAt }) => (sentAt === null ? '—' : fmt.dateTime(sentAt)),
      csv: ({ sentAt }) => sentAt ?? '',
    },
    {
      key: 'purpose',
      header: t('purpose'),
      hidden: true,
      cell: (row) => purpose(row.purpose),
      csv: (row) => row.purpose,
    },
    { key: 'attempts', header: t('attempts'), numeric: true, hidden: true, cell: ({ attempts }) => attempts },
    { key: 'reason', header: t('reason'), cell: ({ reason }) => reason ?? '—', csv: ({ reason }) => reason ?? '' },
  ];
}

/** To whom, for lists that are not one member's. */
export function useAddresseeColumn(): Column<MessageWithMember> {
  const t = useTranslations('messages');
  return {
    key: 'member',
    header: t('member'),
    cell: ({ member }) =>
      member === null ? '—' : <TextLink href={`/members/${member.id}`}>{member.displayName}</TextLink>,
    csv: ({ member }) => member?.id ?? '',
  };
}
