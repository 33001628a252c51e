'use client';

import { NavLink, ScrollArea, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { AdjustmentsWaiting } from '@/features/adjustments';
import { isCurrent, useSections } from '@/features/sections';
import { Link, usePathname } from '@/i18n/navigation';
import classes from './shell.module.css';

/** The left navigation; `onNavigate` closes it where it lies over the page. */
export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const t = useTranslations('nav');
  const pathname = usePathname();
  return (
    <ScrollArea type="auto" h="100%" p={8}>
      {useSections().map(({ heading, destinations }) => (
        <div key={heading ?? 'top'} className={classes.section}>
          {heading !== undefined && (
            <Text className={classes.heading} c="dimmed">
              {t(heading)}
            </Text>
          )}
          {destinations.map(({ name, href, icon: Icon }) => (
            <NavLink
              key={href}
              component={Link}
              href={href}
              prefetch={false}
              label={t(name)}
              active={isCurrent(href, pathname)}
              aria-current={isCurrent(href, pathname) ? 'page' : undefined}
              leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
              rightSection={name === 'adjustments' && <AdjustmentsWaiting />}
              className={classes.link}
              onClick={onNavigate}
            />
          ))}
        </div>
      ))}
    </ScrollArea>
  );
}
