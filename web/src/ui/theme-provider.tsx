'use client';

import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import 'dayjs/locale/kk';
import 'dayjs/locale/ru';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import { contrastFixes, theme } from './theme';

/** Look, dialogs and notifications of every page. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const t = useTranslations('common');
  return (
    <MantineProvider theme={useSpokenTheme()} cssVariablesResolver={contrastFixes} defaultColorScheme="auto">
      <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
        <ModalsProvider labels={{ confirm: t('confirm'), cancel: t('cancel') }}>
          <Notifications position="bottom-right" />
          {children}
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  );
}

// Names for the controls that Mantine draws as pictures alone.
function useSpokenTheme() {
  const t = useTranslations('common');
  return useMemo(() => {
    const close = { closeButtonProps: { 'aria-label': t('close') } };
    const calendar = {
      // Days of other months would be too pale to read.
      hideOutsideDates: true,
      ariaLabels: {
        previousMonth: t('previousMonth'),
        nextMonth: t('nextMonth'),
        previousYear: t('previousYear'),
        nextYear: t('nextYear'),
        previousDecade: t('previousDecade'),
        nextDecade: t('nextDecade'),
      },
    };
    const clear = { clearButtonProps: { 'aria-label': t('clearField') } };
    return mergeThemeOverrides(theme, {
      components: {
        Modal: { defaultProps: close },
        Notification: { defaultProps: close },
        DatePicker: { defaultProps: calendar },
        DateInput: { defaultProps: { ...calendar, ...clear } },
        DatePickerInput: { defaultProps: { ...calendar, ...clear } },
        DateTimePicker: { defaultProps: { ...calendar, ...clear } },
        Select: { defaultProps: clear },
        MultiSelect: { defaultProps: clear },
        TagsInput: { defaultProps: clear },
        TimePicker: { defaultProps: clear },
      },
    });
  }, [t]);
}
