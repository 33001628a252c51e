'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { at, effectKinds, isList, put, textAt, withoutItem, type Path } from '@/features/promotion-definition';
import { AddRow } from './add-row';
import { useDraft } from './draft-context';
import { RowFrame } from './row-frame';
import { FilledSentence } from './slot-field';

type Kind = keyof typeof effectKinds;

/** What a promotion, or a variant of it, gives: one sentence each. */
export function EffectList({ path }: { path: Path }) {
  const t = useTranslations('definition');
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
        const kind = textAt(effect, 'kind') as Kind;
        return (
          <RowFrame
            key={index}
            path={`${path}.${index}`}
            name={t(`effectNames.${kind}`)}
            without={() => withoutItem(json, `${path}.${index}`)}
          >
            <FilledSentence
              path={`${path}.${index}`}
              table="effects"
              kind={kind}
              slots={effectKinds[kind]?.slots ?? {}}
            />
          </RowFrame>
        );
      })}
      <AddRow of="effects" onAdd={(effect) => change(put(json, path, [...effects, effect]))} />
    </Stack>
  );
}
