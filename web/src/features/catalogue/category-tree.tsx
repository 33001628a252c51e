'use client';

import { ActionIcon, Group, NavLink, Stack, Text } from '@mantine/core';
import { IconFolderSymlink } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { Graph } from '@/graphql/use-graph';
import { Panel } from '@/ui/panel';
import { useFilters } from '@/ui/use-filters';
import { branchesOf, type Branch } from './branches';
import { MoveCategory } from './move-category';
import type { CatalogueOptions } from './use-catalogue-filters';

interface Props {
  options: Graph<CatalogueOptions>;
  onMoved: () => void;
}

/** The categories as a tree with the products of each; choosing one filters the list. */
export function CategoryTree({ options, onMoved }: Props) {
  const t = useTranslations('catalogue');
  const { filter, value } = useFilters();
  const chosen = value('category');
  const [moved, setMoved] = useState<string>();
  const mayMove = useMay('catalogue.write') && chosen !== undefined;
  const choose = (path: string) => filter({ category: path === chosen ? undefined : path });
  const move = mayMove && (
    <ActionIcon variant="default" aria-label={t('moveOf', { path: chosen })} onClick={() => setMoved(chosen)}>
      <IconFolderSymlink size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <Panel title={t('categories')} graph={options} action={move}>
      <Stack gap={0} component="nav" aria-label={t('categories')}>
        {branchesOf(options.data?.categories ?? []).map((branch) => (
          <Node key={branch.path} branch={branch} chosen={chosen} onChoose={choose} />
        ))}
      </Stack>
      {moved !== undefined && (
        <MoveCategory
          path={moved}
          onClose={() => setMoved(undefined)}
          onMoved={(path) => {
            filter({ category: path });
            onMoved();
          }}
        />
      )}
    </Panel>
  );
}

interface NodeProps {
  branch: Branch;
  chosen: string | undefined;
  onChoose: (path: string) => void;
}

function Node({ branch, chosen, onChoose }: NodeProps) {
  const fmt = useFmt();
  const { path, name, products, below } = branch;
  const isOnTheWay = chosen === path || chosen?.startsWith(`${path} > `) === true;
  return (
    <>
      <NavLink
        component="button"
        type="button"
        py={2}
        px={6}
        active={chosen === path}
        aria-current={chosen === path ? 'true' : undefined}
        label={
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text fz="sm" truncate>
              {name}
            </Text>
            <Text fz="xs" c="dimmed" className="num">
              {fmt.number(products)}
            </Text>
          </Group>
        }
        onClick={() => onChoose(path)}
      />
      {isOnTheWay && below.length > 0 && (
        <Stack gap={0} ps="sm">
          {below.map((one) => (
            <Node key={one.path} branch={one} chosen={chosen} onChoose={onChoose} />
          ))}
        </Stack>
      )}
    </>
  );
}
