'use client';

import { ActionIcon, Button, Checkbox, Group, Select, Stack } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMessages, useTranslations } from 'next-intl';
import { goodsKinds } from '@/features/promotion-definition';
import { PlainSlot } from './plain-slot';
import classes from '@/features/sentence-rows/rows.module.css';
import {
  at,
  depthOf,
  everything,
  isGroup,
  isList,
  isNot,
  isObject,
  type JsonObject,
  negated,
  type Path,
  put,
  textAt,
  withoutPart,
  withPart,
} from '@/features/draft';
import { Sentence, useDraft } from '@/features/sentence-rows';

const depthMax = 3;
export type GoodsKind = keyof typeof goodsKinds;
const allKinds = Object.keys(goodsKinds) as GoodsKind[];

interface TreeProps {
  top: Path;
  /** Ways to name goods that are offered; all when absent. */
  kinds?: readonly GoodsKind[];
}

const blankGoods = (kind: GoodsKind): JsonObject => ({ kind, ...goodsKinds[kind].blank });

/** Which goods: everything, or rows of what names them, all at once or any of them, each with its exception. */
export function GoodsTree({ top, kinds = allKinds }: TreeProps) {
  const t = useTranslations('definition');
  const { json, change } = useDraft();
  const tree = at(json, top);
  const isEverything = isObject(tree) && tree.kind === 'EVERYTHING';
  const add = (part: JsonObject) => change(put(json, top, withPart(isEverything ? null : tree, part)));
  return (
    <Stack gap="xs">
      {isEverything ? <span>{t('row.everything')}</span> : <GoodsPart path={top} top={top} kinds={kinds} />}
      <Group gap={4} role="group" aria-label={t('row.addGoods')}>
        {kinds.map((kind) => (
          <Button key={kind} size="compact-xs" variant="default" onClick={() => add(blankGoods(kind))}>
            + {t(`goodsNames.${kind}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

interface PartProps {
  path: Path;
  top: Path;
  kinds: readonly GoodsKind[];
}

function GoodsPart({ path, top, kinds }: PartProps) {
  const { json } = useDraft();
  const outer = at(json, path);
  const inner = isNot(outer) ? `${path}.of` : path;
  const node = at(json, inner);
  if (!isObject(node)) return null;
  return (
    <div className={classes.row} data-path={path}>
      {isGroup(node) ? (
        <GoodsGroup path={inner} top={top} kinds={kinds} />
      ) : (
        <GoodsSentence path={inner} kind={textAt(node, 'kind') as GoodsKind} />
      )}
      <PartButtons path={path} top={top} />
    </div>
  );
}

function GoodsSentence({ path, kind }: { path: Path; kind: GoodsKind }) {
  const { slots } = goodsKinds[kind];
  const gap = (name: string) => {
    const slot = slots[name];
    return slot === undefined ? null : <PlainSlot path={path} name={name} slot={slot} />;
  };
  return <Sentence words={useMessages().definition.goods[kind]} gap={gap} />;
}

function GoodsGroup({ path, top, kinds }: PartProps) {
  const t = useTranslations('definition');
  const { json, change } = useDraft();
  const parts = at(json, `${path}.of`);
  const add = (kind: string | null) => {
    if (kind !== null) change(put(json, path, withPart(at(json, path), blankGoods(kind as GoodsKind))));
  };
  return (
    <Stack gap={4}>
      <Select
        size="xs"
        w={140}
        aria-label={t('row.allGoods')}
        allowDeselect={false}
        data={[
          { value: 'ALL', label: t('row.allGoods') },
          { value: 'ANY', label: t('row.anyGoods') },
        ]}
        value={textAt(json, `${path}.kind`)}
        onChange={(kind) => kind !== null && change(put(json, `${path}.kind`, kind))}
        comboboxProps={{ withinPortal: false }}
      />
      {isList(parts) &&
        parts.map((_, index) => <GoodsPart key={index} path={`${path}.of.${index}`} top={top} kinds={kinds} />)}
      {path !== top && depthOf(path, top) < depthMax && (
        <Select
          size="xs"
          aria-label={t('row.addGoods')}
          placeholder={t('row.addGoods')}
          data={kinds.map((kind) => ({ value: kind, label: t(`goodsNames.${kind}`) }))}
          value={null}
          onChange={add}
          comboboxProps={{ withinPortal: false }}
        />
      )}
    </Stack>
  );
}

/** "Except", a group of its own, away. */
function PartButtons({ path, top }: { path: Path; top: Path }) {
  const t = useTranslations('definition.row');
  const { json, change } = useDraft();
  const node = at(json, path) ?? null;
  return (
    <Group gap={4} wrap="nowrap">
      <Checkbox
        size="xs"
        label={t('except')}
        checked={isNot(node)}
        onChange={() => change(put(json, path, negated(node)))}
      />
      {!isGroup(node) && depthOf(path, top) < depthMax - 1 && path !== top && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('group')}
          title={t('group')}
          onClick={() => change(put(json, path, { kind: 'ANY', of: [node] }))}
        >
          (…)
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t('remove')}
        onClick={() => change(withoutPart(json, path, top, everything))}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
