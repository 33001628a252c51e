'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRouter } from '@/i18n/navigation';
import type { Find } from './find';
import { useCommands, usePages, useReports } from './local-finds';
import { useRecords } from './records';
import { searchDialog, searchStore } from './store';

const debounceMs = 250;

/** Ctrl-K: members, receipts and promotions from the services; pages and commands from here. */
export function Search() {
  const t = useTranslations('search');
  const reportsTitle = useTranslations('nav')('reports');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), debounceMs);
  const go = (href: string) => router.push(href);
  const records = useRecords(settled, go);
  const pages = usePages(go).filter(matching(query));
  const reports = useReports(go, query.trim() !== '').filter(matching(query));
  const commands = useCommands().filter(matching(query));
  const all = [...records.finds, ...pages, ...reports, ...commands];
  const { selected } = useSpotlight(searchStore);
  // Without a choice by arrows, Enter takes the first; it waits for what is still being searched.
  const takeFirst = () => {
    if (selected >= 0 || records.searching || settled !== query.trim()) return;
    all[0]?.run();
    searchDialog.close();
  };
  return (
    <Spotlight.Root
      store={searchStore}
      query={query}
      onQueryChange={setQuery}
      centered={false}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      scrollable
      maxHeight={420}
      tagsToIgnore={[]}
      attributes={{ content: { 'aria-label': t('open') } }}
    >
      <Spotlight.Search
        placeholder={t('placeholder')}
        aria-label={t('open')}
        onKeyDown={(event) => event.key === 'Enter' && takeFirst()}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        <FindGroup label={t('records')} finds={records.finds} />
        <FindGroup label={t('pages')} finds={pages} />
        <FindGroup label={reportsTitle} finds={reports} />
        <FindGroup label={t('commands')} finds={commands} />
        {all.length === 0 && <Spotlight.Empty>{records.searching ? t('searching') : t('nothing')}</Spotlight.Empty>}
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
