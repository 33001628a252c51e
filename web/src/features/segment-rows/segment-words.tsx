'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { isGroup, isList, isNot, isObject, type Json } from '@/features/draft';
import classes from '@/features/sentence-rows/rows.module.css';
import { useSayCondition } from './use-say';

/** What a segment says, in words: groups as lists within lists. */
export function SegmentWords({ definition }: { definition: Json }) {
  return (
    <List fz="sm" spacing={2} listStyleType="none" pl={0}>
      <Part node={definition} />
    </List>
  );
}

function Part({ node, negated = false }: { node: Json; negated?: boolean }) {
  const t = useTranslations('definition.row');
  const everybody = useTranslations('segments')('everybody');
  const say = useSayCondition();
  if (!isObject(node)) return null;
  if (isNot(node)) return <Part node={node.of ?? null} negated={!negated} />;
  const not = negated && (
    <Text span fz="sm" className={classes.not}>
      {t('not')}{' '}
    </Text>
  );
  if (!isGroup(node)) {
    return (
      <List.Item>
        {not}
        {say(node)}
      </List.Item>
    );
  }
  const parts = isList(node.of) ? node.of : [];
  if (parts.length === 0) return <List.Item>{everybody}</List.Item>;
  return (
    <List.Item>
      {not}
      <Text span fz="sm" c="dimmed">
        {t(node.kind === 'ALL' ? 'all' : 'any')}:
      </Text>
      <List fz="sm" spacing={2} withPadding listStyleType="disc">
        {parts.map((part, index) => (
          <Part key={index} node={part} />
        ))}
      </List>
    </List.Item>
  );
}
