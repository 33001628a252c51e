'use client';

import { useTranslations } from 'next-intl';
import { useStoreOptions } from '@/features/stores';
import { useFmt } from '@/fmt';
import type { LimitRowFragment } from '@/graphql/generated/graphql';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { LimitShare } from './limit-share';
import { useLimitAmount } from './use-limit-amount';

type Limit = LimitRowFragment;

export function useLimitColumns(): Column<Limit>[] {
  const t = useTranslations('limits');
  const fmt = useFmt();
  const kind = useEnumLabel('limitKind');
  const print = useLimitAmount();
  const amount = (key: 'used' | 'reserved' | 'left' | 'max', hidden = false): Column<Limit> => ({
    key,
    header: t(key),
    numeric: true,
    hidden,
    cell: (limit) => print(limit.unit, limit[key]),
    csv: (limit) => limit[key],
  });
  return [
    { key: 'label', header: t('label'), cell: (limit) => <Label limit={limit} />, csv: ({ label }) => label },
    { key: 'kind', header: t('kind'), cell: (limit) => kind(limit.kind), csv: (limit) => limit.kind },
    {
      key: 'subject',
      header: t('subject'),
      cell: (limit) => <Subject limit={limit} />,
      csv: ({ subject }) => subject ?? '',
    },
    { key: 'share', header: t('share'), cell: (limit) => <LimitShare {...limit} />, csv: ({ share }) => String(share) },
    amount('used'),
    amount('reserved', true),
    amount('left'),
    amount('max'),
    {
      key: 'lastUsedAt',
      header: t('lastUsedAt'),
      numeric: true,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? '—' : fmt.dateTime(lastUsedAt)),
      csv: ({ lastUsedAt }) => lastUsedAt ?? '',
    },
    {
      key: 'periodEndsAt',
      header: t('periodEndsAt'),
      numeric: true,
      hidden: true,
      cell: ({ periodEndsAt }) => (periodEndsAt === null ? '—' : fmt.dateTime(periodEndsAt)),
      csv: ({ periodEndsAt }) => periodEndsAt ?? '',
    },
  ];
}

function Label({ limit: { label, promotionId } }: { limit: Limit }) {
  return promotionId === null ? label : <TextLink href={`/promotions/${promotionId}`}>{label}</TextLink>;
}

/** Whom or what the limit is counted for: a member, a store, a card; all of them when it is for all. */
function Subject({ limit: { kind, subject } }: { limit: Limit }) {
  const t = useTranslations('limits');
  const stores = useStoreOptions();
  if (subject === null) return t('everybody');
  if (kind.startsWith('USES_PER_MEMBER')) return <TextLink href={`/members/${subject}`}>{t('member')}</TextLink>;
  return stores.find(({ value }) => value === subject)?.label ?? subject;
}
