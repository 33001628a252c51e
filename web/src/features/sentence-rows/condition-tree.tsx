'use client';

import { Button, Chip, Group, Select, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import {
  at,
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
  type Json,
  type JsonObject,
  type Path,
} from '@/features/draft';
import { AddRow } from './add-row';
import { useDraft } from './draft-context';
import { RowFrame } from './row-frame';
import { useRowWords, type RowLanguage } from './row-language';
import { Sentence } from './sentence';
import classes from './rows.module.css';

/** Groups within groups; more of them nobody reads. */
const depthMax = 4;

interface TreeProps {
  language: RowLanguage;
  /** Where the tree stands in the draft. */
  top: Path;
  /** What stays when its last row goes. */
  blank: Json;
}

type PartProps = TreeProps & { path: Path };

/** A tree of sentences, joined by all or any, each of which may be turned into its opposite. */
export function ConditionTree(tree: TreeProps) {
  const { language, top } = tree;
  const { json } = useDraft();
  const root = at(json, top);
  if (isGroup(root)) return <ConditionGroup {...tree} path={top} />;
  return (
    <Stack gap="xs">
      {isObject(root) ? (
        <ConditionPart {...tree} path={top} />
      ) : (
        <Text fz="sm" c="dimmed">
          {language.nothing}
        </Text>
      )}
      <AddPart {...tree} path={top} />
    </Stack>
  );
}

function ConditionPart({ path, ...tree }: PartProps) {
  const { language, top, blank } = tree;
  const t = useTranslations('definition');
  const words = useRowWords(language);
  const { json, change } = useDraft();
  const outer = at(json, path);
  const inner = isNot(outer) ? `${path}.of` : path;
  const node = at(json, inner);
  if (!isObject(node)) return null;
  const kind = textAt(node, 'kind');
  const name = isGroup(node) ? t(node.kind === 'ALL' ? 'row.all' : 'row.any') : words.name(kind);
  const mayGroup = !isGroup(node) && depthOf(path, top) < depthMax - 1;
  const negate = () => change(put(json, path, negated(outer ?? null)));
  return (
    <RowFrame
      path={path}
      name={isNot(outer) ? `${t('row.not')}: ${name}` : name}
      isGroup={isGroup(node)}
      without={() => withoutPart(json, path, top, blank)}
      onNegate={negate}
      onGroup={mayGroup ? () => change(put(json, path, { kind: 'ANY', of: [outer ?? null] })) : undefined}
    >
      {isGroup(node) ? (
        <ConditionGroup {...tree} path={inner} not={{ on: isNot(outer), toggle: negate }} />
      ) : (
        <>
          {isNot(outer) && (
            <Text span fz="sm" className={classes.not}>
              {t('row.not')}{' '}
            </Text>
          )}
          <Sentence words={words.sentence(kind)} gap={(gap) => <language.Gap path={inner} kind={kind} name={gap} />} />
        </>
      )}
    </RowFrame>
  );
}

/** A group's rows; `not` turns a group within another one into its opposite. */
function ConditionGroup({ path, not, ...tree }: PartProps & { not?: { on: boolean; toggle: () => void } }) {
  const t = useTranslations('definition.row');
  const { json, change, disabled } = useDraft();
  const parts = at(json, `${path}.of`);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {not !== undefined && (
          <Chip size="xs" radius="sm" color="red" variant="light" {...chipOf(not)} disabled={disabled}>
            {t('not')}
          </Chip>
        )}
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
      </Group>
      {isList(parts) && parts.map((_, index) => <ConditionPart {...tree} key={index} path={`${path}.of.${index}`} />)}
      <AddPart {...tree} path={path} />
    </Stack>
  );
}

const chipOf = ({ on, toggle }: { on: boolean; toggle: () => void }) => ({ checked: on, onChange: toggle });

function AddPart({ language, top, path }: PartProps) {
  const t = useTranslations('definition.row');
  const { json, change, disabled } = useDraft();
  const tree = at(json, path);
  const add = (part: JsonObject) => change(put(json, path, withPart(tree, part)));
  const mayGroup = isObject(tree) && depthOf(path, top) < depthMax - 1;
  const [first = ''] = Object.keys(language.kinds);
  return (
    <Group gap="xs">
      <AddRow language={language} label={t('addCondition')} onAdd={add} />
      {mayGroup && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => add({ kind: 'ANY', of: [{ kind: first, ...language.kinds[first]?.blank }] })}
          disabled={disabled}
        >
          {t('addGroup')}
        </Button>
      )}
    </Group>
  );
}
