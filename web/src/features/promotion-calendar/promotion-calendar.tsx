'use client';

import { Button, Group, List, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useStoreOptions } from '@/features/stores';
import { useFmt, useNow } from '@/fmt';
import { PromotionCalendarDocument, type PromotionCalendarQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { TextLink } from '@/ui/text-link';
import { useUrlState } from '@/ui/url-state';
import { monthOf, placeIn, type Month } from './month';
import classes from './calendar.module.css';

type Calendar = PromotionCalendarQuery['promotionCalendar'];

/** What runs when in a month, and which promotions add up on the same goods. */
export function PromotionCalendar() {
  const t = useTranslations('promotionCalendar');
  const fmt = useFmt();
  const [params, change] = useUrlState();
  const month = monthOf(params, fmt.today(useNow()), fmt.timeZone);
  const storeId = params.get('store') ?? undefined;
  const graph = useGraph(PromotionCalendarDocument, { from: month.from, until: month.until, storeId });
  const turn = (day: string) => change({ month: day.slice(0, 7) });
  const calendar = graph.data?.promotionCalendar;
  return (
    <Page title={t('title')} crumbs={[{ label: t('promotions'), href: '/promotions' }]}>
      <Group gap="xs" align="flex-end">
        <Button variant="default" aria-label={t('before')} px="xs" onClick={() => turn(month.before)}>
          <IconChevronLeft size={16} aria-hidden />
        </Button>
        <Text fw={600} miw={130} ta="center" lh="36px" aria-live="polite">
          {fmt.month(month.first)}
        </Text>
        <Button variant="default" aria-label={t('next')} px="xs" onClick={() => turn(month.next)}>
          <IconChevronRight size={16} aria-hidden />
        </Button>
        <Select
          label={t('store')}
          placeholder={t('allStores')}
          clearable
          searchable
          data={useStoreOptions()}
          value={storeId ?? null}
          onChange={(chosen) => change({ store: chosen ?? undefined })}
        />
      </Group>
      <Panel title={t('runs')} graph={graph}>
        {calendar?.entries.length === 0 ? (
          <NothingYet title={t('none')} hint={t('noneHint')} />
        ) : (
          <Rows entries={calendar?.entries ?? []} month={month} />
        )}
      </Panel>
      {calendar !== undefined && calendar.overlaps.length > 0 && <Overlaps overlaps={calendar.overlaps} />}
    </Page>
  );
}

function Rows({ entries, month }: { entries: Calendar['entries']; month: Month }) {
  const t = useTranslations('promotionCalendar');
  const fmt = useFmt();
  const at = (instant: string | null) => (instant === null ? '…' : fmt.date(instant));
  const today = placeIn(month, null, new Date(useNow()).toISOString()).width;
  return (
    <ul className={classes.rows}>
      {entries.map(({ promotion: { id, name, status, startsAt, endsAt } }) => {
        const { left, width } = placeIn(month, startsAt, endsAt);
        const runs = t('between', { from: at(startsAt), until: at(endsAt) });
        return (
          <li key={id} className={classes.row}>
            <Group gap="xs" wrap="nowrap" miw={0}>
              <TextLink href={`/promotions/${id}`} className={classes.name ?? ''}>
                {name}
              </TextLink>
              <StatusBadge kind="promotionStatus" status={status} />
            </Group>
            <div className={classes.track} role="img" aria-label={runs} title={runs}>
              <div
                className={classes.bar}
                data-status={status}
                style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
              />
              {today > 0 && today < 1 && <div className={classes.today} style={{ left: `${today * 100}%` }} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Overlaps({ overlaps }: Pick<Calendar, 'overlaps'>) {
  const t = useTranslations('promotionCalendar');
  const fmt = useFmt();
  const at = (instant: string | null) => (instant === null ? '…' : fmt.date(instant));
  const link = ({ id, name }: { id: string; name: string }) => <TextLink href={`/promotions/${id}`}>{name}</TextLink>;
  return (
    <Panel title={t('overlaps')}>
      <Text fz="sm" c="dimmed">
        {t('overlapsMean')}
      </Text>
      <List fz="sm">
        {overlaps.map(({ promotion, other, from, until }) => (
          <List.Item key={`${promotion.id} ${other.id}`}>
            {link(promotion)} + {link(other)} · {t('between', { from: at(from), until: at(until) })}
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
