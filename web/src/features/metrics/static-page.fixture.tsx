import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Client, fetchExchange, Provider } from 'urql';
import { ViewerProvider } from '@/features/viewer';
import { FmtProvider } from '@/fmt';
import { theme } from '@/ui/theme';
import en from '../../../messages/en.json';
import kk from '../../../messages/kk.json';
import ru from '../../../messages/ru.json';

export const catalogues = { en, kk, ru };
export type Locale = keyof typeof catalogues;

/** An afternoon in Almaty. */
export const TODAY = '2026-11-22';
const client = new Client({ url: 'http://127.0.0.1:9/', exchanges: [fetchExchange], preferGetMethod: false });
const viewer = { id: 'v1', name: 'Analyst', permissions: ['metrics.read', 'segments.read'] };

/** A page as its HTML comes from the server, and the messages that it lacks. */
export function staticPage(locale: Locale, address: string, content: ReactNode): { html: string; missing: string[] } {
  const missing: string[] = [];
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Asia/Almaty"
      messages={catalogues[locale]}
      onError={({ message }) => missing.push(message)}
    >
      <MantineProvider theme={theme}>
        <FmtProvider
          locale={locale}
          currency="KZT"
          timeZone="Asia/Almaty"
          renderedAt={Date.parse(`${TODAY}T12:00:00+05:00`)}
        >
          <ViewerProvider viewer={viewer as never}>
            <Provider value={client}>
              <AppRouterContext value={{} as never}>
                <PathnameContext value={address.split('?')[0] ?? ''}>
                  <SearchParamsContext value={new URLSearchParams(address.split('?')[1])}>
                    {content}
                  </SearchParamsContext>
                </PathnameContext>
              </AppRouterContext>
            </Provider>
          </ViewerProvider>
        </FmtProvider>
      </MantineProvider>
    </NextIntlClientProvider>,
  );
  return { html, missing };
}

/** What people read of a page. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
