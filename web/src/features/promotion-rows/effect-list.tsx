'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { effectLanguage } from './languages';
import { at, isList, type Path, put, textAt, withoutItem } from '@/features/draft';
import { AddRow, RowFrame, Sentence, useDraft, useRowWords } from '@/features/sentence-rows';

/** What a promotion, or a variant of it, gives: one sentence each. */
export function EffectList({ path }: { path: Path }) {
  const t = useTranslations('definition');
  const words = useRowWords(effectLanguage);
  const { json, change } = useDraft();
  const value = at(json, path);
  const effects = isList(value) ? value : [];
  return (
    <Stack gap="xs">
      {effects.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('row.nothing')}
        </Text>
      )}
      {effects.map((effect, index) => {
        const kind = textAt(effect, 'kind');
        return (
          <RowFrame
            key={index}
            path={`${path}.${index}`}
            name={words.name(kind)}
            without={() => withoutItem(json, `${path}.${index}`)}
          >
            <Sentence
              words={words.sentence(kind)}
              gap={(gap) => <effectLanguage.Gap path={`${path}.${index}`} kind={kind} name={gap} />}
            />
          </RowFrame>
        );
      })}
      <AddRow
        language={effectLanguage}
        label={t('row.addEffect')}
        onAdd={(effect) => change(put(json, path, [...effects, effect]))}
      />
    </Stack>
  );
}
