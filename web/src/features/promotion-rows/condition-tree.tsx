'use client';

import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import {
  at,
  conditionKinds,
  depthOf,
  isGroup,
  isList,
  isNot,
  isObject,
  negated,
  put,
  textAt,
  withoutPart,
  withPart,
  type JsonObject,
  type Path,
} from '@/features/promotion-definition';
import { AddRow } from './add-row';
import { useDraft } from './draft-context';
import { RowFrame } from './row-frame';
import { FilledSentence } from './slot-field';
import classes from './rows.module.css';

const top = 'condition';
/** Groups within groups; the engine reads more, people do not. */
const depthMax = 4;
type Kind = keyof typeof conditionKinds;

/** For whom and when: a tree of sentences, joined by all or any, each of which may be turned into its opposite. */
export function ConditionTree() {
  const t = useTranslations('definition.row');
  const { json } = useDraft();
  const tree = at(json, top);
  if (isGroup(tree)) return <ConditionGroup path={top} />;
  return (
    <Stack gap="xs">
      {isObject(tree) ? (
        <ConditionPart path={top} />
      ) : (
        <Text fz="sm" c="dimmed">
          {t('always')}
        </Text>
      )}
      <AddPart path={top} />
    </Stack>
  );
}

function ConditionPart({ path }: { path: Path }) {
  const t = useTranslations('definition');
  const { json, change } = useDraft();
  const outer = at(json, path);
  const inner = isNot(outer) ? `${path}.of` : path;
  const node = at(json, inner);
  if (!isObject(node)) return null;
  const kind = textAt(node, 'kind') as Kind;
  const name = isGroup(node) ? t(node.kind === 'ALL' ? 'row.all' : 'row.any') : t(`conditionNames.${kind}`);
  const mayGroup = !isGroup(node) && depthOf(path, top) < depthMax - 1;
  return (
    <RowFrame
      path={path}
      name={isNot(outer) ? `${t('row.not')}: ${name}` : name}
      isGroup={isGroup(node)}
      without={() => withoutPart(json, path, top, null)}
      onNegate={() => change(put(json, path, negated(outer ?? null)))}
      onGroup={mayGroup ? () => change(put(json, path, { kind: 'ANY', of: [outer ?? null] })) : undefined}
    >
      {isNot(outer) && (
        <Text span fz="sm" className={classes.not}>
          {t('row.not')}{' '}
        </Text>
      )}
      {isGroup(node) ? (
        <ConditionGroup path={inner} />
      ) : (
        <FilledSentence path={inner} table="conditions" kind={kind} slots={conditionKinds[kind]?.slots ?? {}} />
      )}
    </RowFrame>
  );
}

function ConditionGroup({ path }: { path: Path }) {
  const t = useTranslations('definition.row');
  const { json, change, disabled } = useDraft();
  const parts = at(json, `${path}.of`);
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        w={190}
        aria-label={`${t('all')} / ${t('any')}`}
        allowDeselect={false}
        data={[
          { value: 'ALL', label: t('all') },
          { value: 'ANY', label: t('any') },
        ]}
        value={textAt(json, `${path}.kind`)}
        onChange={(kind) => kind !== null && change(put(json, `${path}.kind`, kind))}
        disabled={disabled}
      />
      {isList(parts) && parts.map((_, index) => <ConditionPart key={index} path={`${path}.of.${index}`} />)}
      <AddPart path={path} />
    </Stack>
  );
}

function AddPart({ path }: { path: Path }) {
  const t = useTranslations('definition.row');
  const { json, change, disabled } = useDraft();
  const tree = at(json, path);
  const add = (part: JsonObject) => change(put(json, path, withPart(tree, part)));
  const mayGroup = isObject(tree) && depthOf(path, top) < depthMax - 1;
  return (
    <Group gap="xs">
      <AddRow of="conditions" onAdd={add} />
      {mayGroup && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => add({ kind: 'ANY', of: [{ kind: 'IDENTIFIED' }] })}
          disabled={disabled}
        >
          {t('addGroup')}
        </Button>
      )}
    </Group>
  );
}
