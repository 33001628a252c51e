'use client';

import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import 'dayjs/locale/kk';
import 'dayjs/locale/ru';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { contrastFixes, theme } from './theme';

/** Look, dialogs and notifications of every page. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const t = useTranslations('common');
  return (
    <MantineProvider theme={theme} cssVariablesResolver={contrastFixes} defaultColorScheme="auto">
      <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
        <ModalsProvider labels={{ confirm: t('confirm'), cancel: t('cancel') }}>
          <Notifications position="bottom-right" />
          {children}
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
