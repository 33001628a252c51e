'use client';

import { sayGoods, type Goods } from '@adal/engine';
import { Button, Popover } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { GoodsTree } from './goods-tree';
import classes from '@/features/sentence-rows/rows.module.css';
import { isList, isObject, type Json, type Path } from '@/features/draft';
import { useField, useWithNames } from '@/features/sentence-rows';

/** Goods as people name them; opened, the tree that names them. */
export function GoodsField({ path, label }: { path: Path; label: string }) {
  const t = useTranslations('definition.row');
  const { locale } = useFmt();
  const { value, invalid, disabled } = useField(path);
  const withNames = useWithNames('goods');
  const isNamed = isWhole(value);
  const said = isNamed ? sayGoods(asGoods(withNames(value ?? null)), locale) : t('addGoods');
  return (
    <Popover width="min(34rem, calc(100vw - 2rem))" position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant={isNamed ? 'light' : 'outline'}
          className={classes.goods}
          color={invalid ? 'red' : undefined}
          aria-label={`${label}: ${said}`}
          leftSection={<IconPackage size={14} aria-hidden />}
          disabled={disabled}
        >
          {said}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <GoodsTree top={path} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whether every part names something by now. */
function isWhole(goods: Json | undefined): boolean {
  if (!isObject(goods)) return false;
  if (isList(goods.of)) return goods.of.length > 0 && goods.of.every(isWhole);
  if (isObject(goods.of)) return isWhole(goods.of);
  if (isList(goods.in)) return goods.in.length > 0;
  if (isList(goods.values)) return goods.values.length > 0;
  return goods.kind === 'EVERYTHING' || goods.from != null || goods.to != null;
}

/** In the engine's own terms, where prices are whole minor units. */
function asGoods(json: Json | undefined): Goods {
  if (!isObject(json)) return { kind: 'EVERYTHING' };
  if (isList(json.of)) return { kind: json.kind === 'ANY' ? 'ANY' : 'ALL', of: json.of.map(asGoods) };
  if (isObject(json.of)) return { kind: 'NOT', of: asGoods(json.of) };
  if (json.kind !== 'PRICE') return json as unknown as Goods;
  const minor = (value: Json | undefined) => (value == null ? null : BigInt(Math.round(Number(value) * 100)));
  return { kind: 'PRICE', from: minor(json.from), to: minor(json.to) };
}
