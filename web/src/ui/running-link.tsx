'use client';

import { Button, Progress } from '@mantine/core';
import { Link } from '@/i18n/navigation';

interface Props {
  href: string;
  /** 0 to 1. */
  share: number;
  /** What the bar is, for who cannot see it. */
  label: string;
  children: string;
}

/** Long work in the header: how far it is, and the way to it. */
export function RunningLink({ href, share, label, children }: Props) {
  return (
    <Button component={Link} href={href} prefetch={false} variant="default" size="compact-md" fw={400} visibleFrom="xs">
      {children}
      <Progress value={share * 100} w={64} ms="xs" aria-label={label} />
    </Button>
  );
}
