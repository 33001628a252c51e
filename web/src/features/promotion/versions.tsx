'use client';

import { Button, Group, Stack, Text, Timeline } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { limitNames, limitsOf, paceNames } from '@/features/promotion-definition';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  PromotionVersionsDocument,
  SavePromotionDocument,
  type PromotionFieldsFragment,
  type PromotionVersionFieldsFragment,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useGraph } from '@/graphql/use-graph';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { Panel } from '@/ui/panel';
import { changesOf } from './changes';
import classes from './promotion.module.css';
import { type Json, textAt } from '@/features/draft';

type Version = PromotionVersionFieldsFragment;

interface Props {
  promotion: PromotionFieldsFragment;
  onChanged: (promotion: PromotionFieldsFragment) => void;
}

const versionsMax = 100;

/** Every version with what it changed, in sentences; an earlier one can be had back as the next. */
export function Versions({ promotion, onChanged }: Props) {
  const t = useTranslations('promotion.versions');
  const language = useLocale();
  const graph = useGraph(PromotionVersionsDocument, { id: promotion.id, language, first: versionsMax });
  const versions = graph.data?.promotion?.versions.edges.map(({ node }) => node) ?? [];
  return (
    <Panel title={t('title')} graph={graph}>
      <Timeline bulletSize={16} lineWidth={2} active={0}>
        {versions.map((version, index) => (
          <Timeline.Item key={version.version} title={t('version', { n: version.version })}>
            <VersionItem version={version} before={versions[index + 1]} />
            {index > 0 && <Restore promotion={promotion} version={version} onChanged={onChanged} />}
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}

function VersionItem({ version, before }: { version: Version; before: Version | undefined }) {
  const t = useTranslations('promotion.versions');
  const fmt = useFmt();
  const besides = useBesides();
  const said = (one: Version) => ({ definition: one.definition, besides: besides(one) });
  const { added, removed } = changesOf(before && said(before), said(version), fmt.locale);
  return (
    <Stack gap={2}>
      <Text fz="xs" c="dimmed">
        {fmt.dateTime(version.at)}
        {version.authorName !== '' && ` · ${version.authorName}`}
        {version.note !== null && ` · ${version.note}`}
      </Text>
      {removed.map((sentence) => (
        <del key={sentence} className={classes.removed}>
          {sentence}
        </del>
      ))}
      {added.map((sentence) => (
        <ins key={sentence} className={classes.added}>
          {sentence}
        </ins>
      ))}
      {added.length + removed.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('same')}
        </Text>
      )}
    </Stack>
  );
}

/** What a version holds besides its definition's sentences. */
function useBesides(): (version: Version) => string[] {
  const t = useTranslations('promotion');
  const fmt = useFmt();
  return ({ name, definition, limits, noControlReason }) => [
    `${t('name')}: ${name}`,
    `${t('stacking.priority')}: ${textAt(definition as Json, 'priority')}`,
    ...[...limitNames, ...paceNames].flatMap((limit) =>
      limits[limit] === null ? [] : [`${t(limit)}: ${fmt.number(limits[limit])}`],
    ),
    ...(limits.evenly ? [t('evenly')] : []),
    ...(noControlReason === null ? [] : [`${t('control.why')}: ${noControlReason}`]),
  ];
}

/** Saves what an earlier version said as a new version: nothing of the history is lost. */
function Restore({ promotion, version, onChanged }: Props & { version: Version }) {
  const t = useTranslations('promotion.versions');
  const mayWrite = useMay('promotions.write');
  const language = useLocale();
  const [save, busy] = useChange(SavePromotionDocument);
  if (!mayWrite || promotion.status === 'ENDED') return null;
  const restore = async () => {
    const { name, definition, limits, noControlReason } = version;
    const note = t('note', { n: version.version });
    const input = {
      id: promotion.id,
      name,
      definition,
      limits: limitsOf(limits),
      noControlReason,
      note,
      version: promotion.version,
    };
    const answer = (await save({ input, language }))?.savePromotion;
    if (answer === undefined) return;
    if (answer.__typename === 'PromotionInvalid') {
      return notifyRefused(answer.problems.map(({ message }) => message).join(' '));
    }
    if (answer.__typename === 'PromotionChanged') notifyRefused(answer.message);
    else notifyDone(t('restored', { n: version.version }));
    onChanged(answer.promotion);
  };
  return (
    <Group mt={4}>
      <Button size="compact-xs" variant="default" loading={busy} onClick={() => void restore()}>
        {t('restore', { n: version.version })}
      </Button>
    </Group>
  );
}
