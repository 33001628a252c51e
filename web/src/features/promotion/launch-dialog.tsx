'use client';

import { Alert, Group, List, Modal, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { limitsOf } from '@/features/promotion-definition';
import { useFmt } from '@/fmt';
import {
  LaunchChecklistDocument,
  type LaunchChecklistQuery,
  type PromotionFieldsFragment,
} from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { FormButtons } from '@/ui/form-buttons';
import { TextLink } from '@/ui/text-link';

interface Props {
  promotion: PromotionFieldsFragment;
  busy: boolean;
  onLaunch: () => void;
  onClose: () => void;
}

/** The last look before a promotion reaches the tills: what it says, when it begins, and what may have been overlooked. */
export function LaunchDialog({ promotion, busy, onLaunch, onClose }: Props) {
  const t = useTranslations('promotion.launch');
  const graph = useChecklist(promotion);
  const answer = graph.data?.launchChecklist;
  const isImpossible = answer?.__typename === 'PromotionInvalid';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onLaunch();
  };
  return (
    <Modal opened onClose={onClose} title={t('title', { name: promotion.name })} size="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text fz="sm">{promotion.summary}</Text>
          <When promotion={promotion} />
          {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
          {answer === undefined && graph.failure === undefined && <Skeleton h={72} />}
          {isImpossible && (
            <Alert color="red" variant="outline" title={t('impossible')}>
              <List fz="sm">
                {answer.problems.map(({ field, message }) => (
                  <List.Item key={`${field} ${message}`}>{message}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          {answer?.__typename === 'LaunchChecklist' && <Checklist items={answer.items} />}
          <FormButtons action={t('launch')} busy={busy} disabled={isImpossible} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function useChecklist({ id, version, name, definition, limits, noControlReason }: PromotionFieldsFragment) {
  const promotion = { id, version, name, definition, limits: limitsOf(limits), noControlReason };
  return useGraph(LaunchChecklistDocument, { input: { promotion, language: useLocale() } });
}

function When({ promotion: { startsAt, endsAt } }: Pick<Props, 'promotion'>) {
  const t = useTranslations('promotion.launch');
  const fmt = useFmt();
  const isLater = startsAt !== null && Date.parse(startsAt) > Date.now();
  return (
    <Text fz="sm" fw={600}>
      {isLater ? t('startsAt', { at: fmt.dateTime(startsAt) }) : t('atOnce')}{' '}
      {endsAt === null ? t('noEnd') : t('endsAt', { at: fmt.dateTime(endsAt) })}
    </Text>
  );
}

type Item = Extract<LaunchChecklistQuery['launchChecklist'], { __typename: 'LaunchChecklist' }>['items'][number];

const skusMax = 5;

/** None of the points forbids the launch: they are for somebody to decide. */
function Checklist({ items }: { items: Item[] }) {
  const t = useTranslations('promotion.launch');
  if (items.length === 0) {
    return (
      <Group gap="xs" wrap="nowrap">
        <ThemeIcon color="teal.9" size={20} radius="xl">
          <IconCheck size={14} aria-hidden />
        </ThemeIcon>
        <Text fz="sm">{t('nothing')}</Text>
      </Group>
    );
  }
  return (
    <Alert color="yellow" variant="outline" icon={<IconAlertTriangle aria-hidden />} title={t('look')}>
      <List fz="sm" spacing={4} mah={260} style={{ overflowY: 'auto' }}>
        {items.map((item) => (
          <List.Item key={item.key + item.promotionIds.join()}>
            {item.message}
            {item.promotionIds.map((id) => (
              <span key={id}>
                {' '}
                <TextLink href={`/promotions/${id}`}>{t('open')}</TextLink>
              </span>
            ))}
            {item.skus.slice(0, skusMax).map((sku, index) => (
              <span key={sku}>
                {index === 0 ? ' ' : ', '}
                <TextLink href={`/catalogue/products/${encodeURIComponent(sku)}`}>{sku}</TextLink>
              </span>
            ))}
            {item.skus.length > skusMax && ' …'}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
