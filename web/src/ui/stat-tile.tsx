'use client';

import { Group, Paper, Skeleton, Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { TextLink } from './text-link';

interface Props {
  label: string;
  definition: string;
  /** Where it comes about; a tile without it is only read. */
  href?: string;
  /** Undefined while it is awaited. */
  value: string | undefined;
  /** Change against the comparison, in words and signs. */
  change?: ReactNode;
}

/** One number that matters now; its name may lead to how it came about. */
export function StatTile({ label, definition, href, value, change }: Props) {
  return (
    <Paper withBorder p="sm">
      <Tooltip label={definition} multiline w={260}>
        <div tabIndex={href === undefined ? 0 : undefined}>
          {href === undefined ? (
            <Text fz="sm" c="dimmed" span>
              {label}
            </Text>
          ) : (
            <TextLink href={href} fz="sm" c="dimmed">
              {label}
            </TextLink>
          )}
        </div>
      </Tooltip>
      {value === undefined ? (
        <Skeleton h={28} my={4} w="70%" />
      ) : (
        <Text fz="1.375rem" fw={600} className="num" lh={1.4}>
          {value}
        </Text>
      )}
      <Group gap={4} fz="xs" mih={18} className="num">
        {change}
      </Group>
    </Paper>
  );
}
