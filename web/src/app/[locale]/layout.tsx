import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/charts/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@/ui/global.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { notFound } from 'next/navigation';
import { config } from '@/config';
import { FmtProvider } from '@/fmt';
import { routing } from '@/i18n/routing';
import { ThemeProvider } from '@/ui/theme-provider';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return { title: { template: `%s · ${t('name')}`, default: t('name') }, robots: { index: false } };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  // Every page is somebody's: nothing is rendered at build time, where settings and clock would be the builder's.
  await connection();
  const { currency, timeZone } = config();
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
      </head>
      <body>
        <NextIntlClientProvider>
          <FmtProvider locale={locale} currency={currency} timeZone={timeZone} renderedAt={Date.now()}>
            <ThemeProvider>{children}</ThemeProvider>
          </FmtProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
