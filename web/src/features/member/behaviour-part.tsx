'use client';

import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** A part of the tab under its own heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <Title order={3} fz="sm" mb={4} id={headingId}>
        {title}
      </Title>
      {children}
    </section>
  );
}
