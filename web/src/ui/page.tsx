'use client';

import { Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TextLink } from './text-link';
import classes from './page.module.css';

export interface Crumb {
  label: string;
  href: string;
}

interface Props {
  title: string;
  /** At most two, from the outside in; the page itself is the title. */
  crumbs?: Crumb[] | undefined;
  /** Beside the title: a status, a date. */
  aside?: ReactNode;
  actions?: ReactNode;
  /** As high as the window: what is in it divides the height, and a table scrolls in itself. */
  fill?: boolean;
  children: ReactNode;
}

/** The frame of every page: where it is, its one h1, what can be done. */
export function Page({ title, crumbs = [], aside, actions, fill = false, children }: Props) {
  return (
    <Stack gap="md" className={fill ? classes.fill : undefined}>
      <Stack gap={4}>
        {crumbs.length > 0 && (
          <Breadcrumbs
            fz="sm"
            lh="sm"
            separatorMargin={6}
            component="nav"
            styles={{ breadcrumb: { lineHeight: 'inherit' } }}
          >
            {crumbs.map(({ label, href }) => (
              <TextLink key={href} href={href}>
                {label}
              </TextLink>
            ))}
            <Text fz="sm" lh="sm" c="dimmed" truncate>
              {title}
            </Text>
          </Breadcrumbs>
        )}
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Title order={1}>{title}</Title>
            {aside}
          </Group>
          {actions !== undefined && <Group gap="xs">{actions}</Group>}
        </Group>
      </Stack>
      {children}
    </Stack>
  );
}
