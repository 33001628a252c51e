import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Client, fetchExchange, Provider } from 'urql';
import { ViewerProvider } from '@/features/viewer';
import { FmtProvider } from '@/fmt';
import type { ReportQuery } from '@/graphql/generated/graphql';
import en from '../../../messages/en.json';
import kk from '../../../messages/kk.json';
import ru from '../../../messages/ru.json';
import { Report } from './report';
import { definition, report } from './report.fixture';
import { inputOf, viewOf } from './view';

const renderedAt = Date.parse('2026-11-22T12:00:00+05:00');
const catalogues = { en, kk, ru };
type Locale = keyof typeof catalogues;

const client = new Client({ url: 'http://127.0.0.1:9/', exchanges: [fetchExchange], preferGetMethod: false });
const viewer = { id: 'v1', name: 'Analyst', permissions: ['metrics.read', 'segments.write', 'receipts.read'] };

/** What the framework gives a page: its address, and a router that nobody presses. */
function Address({ children }: { children: ReactNode }) {
  return (
    <AppRouterContext value={{} as never}>
      <PathnameContext value="/reports/sales">
        <SearchParamsContext value={new URLSearchParams()}>{children}</SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>
  );
}

/** The page as its HTML comes from the server. */
function page(locale: Locale, answer: ReportQuery | null = { report }): string {
  const input = inputOf('sales', viewOf(new URLSearchParams(), definition, '2026-11-22'), locale);
  const failure =
    answer === null ? { kind: 'FAULT' as const, code: undefined, message: 'Broken', requestId: 'r-1' } : undefined;
  const missing: string[] = [];
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Asia/Almaty"
      messages={catalogues[locale]}
      onError={({ message }) => missing.push(message)}
    >
      <MantineProvider>
        <FmtProvider locale={locale} currency="KZT" timeZone="Asia/Almaty" renderedAt={renderedAt}>
          <ViewerProvider viewer={viewer as never}>
            <Provider value={client}>
              <Address>
                <Report definition={definition} first={{ variables: { input }, data: answer ?? undefined, failure }} />
              </Address>
            </Provider>
          </ViewerProvider>
        </FmtProvider>
      </MantineProvider>
    </NextIntlClientProvider>,
  );
  expect(missing).toEqual([]);
  return html;
}

const words = (html: string): string =>
  html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(['ru', 'kk', 'en'] as const)('a report in %s', (locale) => {
  const { report: t } = catalogues[locale];
  const html = page(locale);

  it('says its figures with what they are compared with and where they should be', () => {
    expect(words(html)).toContain(t.reference.replace('{value}', locale === 'en' ? '40.0%' : '40,0 %'));
    expect(words(html)).toContain(locale === 'en' ? '▲ 20.0%' : '▲ 20,0 %');
  });

  it('has its charts, tables, totals, checks and notes in words', () => {
    for (const word of [t.total, t.checks, t.notes, t.unknown, 'Selection is not effect.'])
      expect(words(html)).toContain(word);
    expect(html.match(/<table/g)?.length).toBe(2);
  });

  it('leads from rows and cells to what is behind them', () => {
    expect(html).toContain('/reports/sales?city=');
    expect(html).toContain(`/segments/new?definition=${encodeURIComponent('{"kind":"ALL","of":[]}')}`);
  });

  it('says that nothing is there, with a way out', () => {
    const bare = page(locale, { report: { ...report, figures: [], tables: [], charts: [] } });
    expect(words(bare)).toContain(t.nothing);
    expect(words(bare)).toContain(t.periods.year);
  });

  it('says what failed, with a way to try again', () => {
    const failed = words(page(locale, null));
    expect(failed).toContain('Broken');
    expect(failed).toContain(catalogues[locale].failure.retry);
  });
});
