'use client';

import { gallery, type Family, type Template } from '@adal/engine';
import { Button, SegmentedControl, SimpleGrid, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from '@/i18n/navigation';
import { NothingMatches } from '@/ui/empty';
import { Page } from '@/ui/page';
import { SearchField } from '@/ui/search-field';
import { TemplateCard } from './template-card';
import classes from './gallery.module.css';

const families: readonly Family[] = ['ATTRACT', 'BRING_BACK', 'PROMOTE', 'RAISE_RECEIPT'];

/** Mechanics to begin with, by what they are for, each with a picture of what it does to a receipt. */
export function Gallery() {
  const t = useTranslations('gallery');
  const [family, setFamily] = useState('');
  const [text, setText] = useState('');
  const found = gallery.filter((template) => (family === '' || template.family === family) && says(template, text));
  return (
    <Page
      title={t('title')}
      crumbs={[{ label: t('promotions'), href: '/promotions' }]}
      actions={
        <Button
          component={Link}
          href="/promotions/new?blank=1"
          prefetch={false}
          variant="default"
          leftSection={<IconFilePlus size={16} aria-hidden />}
        >
          {t('blank')}
        </Button>
      }
    >
      <div className={classes.filters}>
        <SearchField label={t('search')} value={text} onSearch={setText} />
        <SegmentedControl
          aria-label={t('family')}
          className={classes.families}
          data={[
            { value: '', label: t('all') },
            ...families.map((one) => ({ value: one, label: t(`families.${one}`) })),
          ]}
          value={family}
          onChange={setFamily}
        />
      </div>
      <VisuallyHidden aria-live="polite">{t('found', { count: found.length, n: found.length })}</VisuallyHidden>
      {found.length === 0 && <NothingMatches onClear={() => (setText(''), setFamily(''))} />}
      {families.map((one) => (
        <Family key={one} family={one} templates={found.filter((template) => template.family === one)} />
      ))}
    </Page>
  );
}

function Family({ family, templates }: { family: Family; templates: readonly Template[] }) {
  const t = useTranslations('gallery');
  if (templates.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t(`families.${family}`)}</Title>
      <Text fz="sm" c="dimmed">
        {t(`familyHelp.${family}`)}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="sm">
        {templates.map((template) => (
          <TemplateCard key={template.key} template={template} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

/** Whether every word stands in its name or description, in any language. */
function says({ name, description }: Template, text: string): boolean {
  const all = [...Object.values<string>({ ...name }), ...Object.values<string>({ ...description })]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
