'use client';

import { Paper, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { usePrintValue } from '@/features/metrics';
import { useFmt } from '@/fmt';
import { Change } from '@/ui/change';
import { useEnumLabel } from '@/ui/use-enum-label';
import classes from './revenue-tree.module.css';
import type { TreeNode } from './view';

/** The tree: what is a part of what stands below it, a step to the right. Bars show what was added and what was taken. */
export function Nodes({ nodes }: { nodes: TreeNode[] }) {
  const t = useTranslations('revenueTree');
  const largest = Math.max(...nodes.map(({ contribution }) => Math.abs(Number(contribution))), 1);
  const depthOf = (node: TreeNode): number => {
    const parent = nodes.find(({ key }) => key === node.parent);
    return parent === undefined ? 0 : 1 + depthOf(parent);
  };
  return (
    <Paper withBorder className={classes.scroll} role="region" aria-label={t('tree')} tabIndex={0}>
      <table className={classes.tree}>
        <caption className={classes.caption}>{t('tree')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('factor')}</th>
            <th scope="col" className={classes.number}>
              {t('value')}
            </th>
            <th scope="col" className={classes.number}>
              {t('before')}
            </th>
            <th scope="col" className={classes.number}>
              {t('change')}
            </th>
            <th scope="col" className={classes.number}>
              {t('contribution')}
            </th>
            <th scope="col" aria-hidden className={classes.bars} />
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <Node key={node.key} node={node} depth={depthOf(node)} largest={largest} />
          ))}
        </tbody>
      </table>
    </Paper>
  );
}

function Node({ node, depth, largest }: { node: TreeNode; depth: number; largest: number }) {
  const name = useEnumLabel('revenueNode');
  const fmt = useFmt();
  const { exact } = usePrintValue(node.unit);
  const amount = Number(node.contribution);
  const print = (value: number | null): string => (value === null ? '—' : exact(value));
  return (
    <tr data-depth={depth}>
      <th scope="row" style={{ paddingLeft: 12 + depth * 20 }}>
        {name(node.key)}
      </th>
      <td className={classes.number}>{print(node.value)}</td>
      <td className={classes.number}>
        <Text span inherit c="dimmed">
          {print(node.compared)}
        </Text>
      </td>
      <td className={classes.number}>
        <Change value={node.value} before={node.compared} isLoss={node.key === 'RETURNS'} />
      </td>
      <td className={classes.number}>{signed(amount, fmt.moneyWhole)}</td>
      <td aria-hidden className={classes.bars}>
        <span className={classes.axis}>
          <span
            className={classes.bar}
            data-taken={amount < 0 || undefined}
            style={{ width: `${(Math.abs(amount) / largest) * 50}%` }}
          />
        </span>
      </td>
    </tr>
  );
}

/** With its sign, which says more than a colour. */
export function signed(amount: number, print: (amount: number) => string): string {
  if (amount === 0) return print(0);
  return `${amount > 0 ? '+' : '−'}${print(Math.abs(amount))}`;
}
