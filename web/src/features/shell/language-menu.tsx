'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { usePathname, useRouter } from '@/i18n/navigation';
import { localeOfPath, locales } from '@/i18n/routing';

// A language is named in itself: who needs it must be able to read it.
const names = { ru: 'Русский', kk: 'Қазақша', en: 'English' } as const;

/** The same page in another language. */
export function LanguageMenu() {
  const t = useTranslations('shell');
  const current = useLocale();
  const pathname = usePathname();
  const search = useSearchParams();
  const router = useRouter();
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('language', { name: names[current] })}>
          <IconLanguage size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={current}
          onChange={(chosen) => {
            const locale = localeOfPath(`/${chosen}`);
            router.replace(`${pathname}?${search.toString()}`, { ...(locale && { locale }), scroll: false });
          }}
        >
          {locales.map((locale) => (
            <Menu.RadioItem key={locale} value={locale} lang={locale} closeMenuOnClick>
              {names[locale]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
