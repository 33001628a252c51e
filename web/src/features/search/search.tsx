'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRouter } from '@/i18n/navigation';
import type { Find } from './find';
import { useCommands, usePages } from './local-finds';
import { useRecords } from './records';

const debounceMs = 250;

/** Ctrl-K: members, receipts and promotions from the services; pages and commands from here. */
export function Search() {
  const t = useTranslations('search');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), debounceMs);
  const go = (href: string) => router.push(href);
  const records = useRecords(settled, go);
  const pages = usePages(go).filter(matching(query));
  const commands = useCommands().filter(matching(query));
  const nothing = records.finds.length + pages.length + commands.length === 0;
  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} scrollable maxHeight={420} tagsToIgnore={[]}>
      <Spotlight.Search
        placeholder={t('placeholder')}
        aria-label={t('open')}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        <FindGroup label={t('records')} finds={records.finds} />
        <FindGroup label={t('pages')} finds={pages} />
        <FindGroup label={t('commands')} finds={commands} />
        {nothing && <Spotlight.Empty>{records.searching ? t('searching') : t('nothing')}</Spotlight.Empty>}
        {records.failed && <Spotlight.Empty role="alert">{t('failed')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function FindGroup({ label, finds }: { label: string; finds: Find[] }) {
  if (finds.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {finds.map(({ id, run, ...texts }) => (
        <Spotlight.Action key={id} onClick={run} {...texts} />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function matching(query: string) {
  const words = query.toLowerCase().trim();
  return ({ label }: Find) => label.toLowerCase().includes(words);
}
