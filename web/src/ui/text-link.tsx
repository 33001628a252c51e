'use client';

import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from '@/i18n/navigation';

interface Props extends AnchorProps {
  href: string;
  children: ReactNode;
}

/** A link inside the office, in the language of the page. */
export function TextLink({ href, children, ...rest }: Props) {
  return (
    <Anchor component={Link} href={href} fz="inherit" prefetch={false} {...rest}>
      {children}
    </Anchor>
  );
}
