'use client';

import { Code, Paper, Stack, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Facts } from '@/ui/facts';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import type { Definition } from './view';

/** What a metric is: how it is computed, of what, and what can be done with it. */
export function MetricFacts({ definition }: { definition: Definition }) {
  const t = useTranslations('metrics');
  const [unit, dimension, grain] = [useEnumLabel('unit'), useEnumLabel('dimension'), useEnumLabel('grain')];
  const { formula, lineage, dimensions, grains, additive, isLevel } = definition;
  const list = (names: string[]): string => (names.length === 0 ? '—' : names.join(', '));
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('definition')}>
      <Title order={2} fz="md" mb="xs">
        {t('definition')}
      </Title>
      <Facts
        facts={[
          [t('key'), <Code key="key">{definition.key}</Code>],
          [t('formula'), <Code key="formula">{formula}</Code>],
          ...(lineage.metrics.length === 0
            ? []
            : [
                [
                  t('madeOf'),
                  <Stack key="metrics" gap={2}>
                    {lineage.metrics.map((one) => (
                      <TextLink key={one} href={`/metrics/${one}`}>
                        {one}
                      </TextLink>
                    ))}
                  </Stack>,
                ] as [string, ReactNode],
              ]),
          [
            t('readFrom'),
            <Stack key="tables" gap={2}>
              {lineage.tables.map(({ name, columns }) => (
                <div key={name}>
                  <Code>{name}</Code> {columns.join(', ')}
                </div>
              ))}
            </Stack>,
          ],
          [t('unit'), unit(definition.unit)],
          [t('dimensions'), list(dimensions.map(dimension))],
          [t('grain'), grains.length === 0 ? t('wholeOnly') : list(grains.map(grain))],
          [t('adds'), t(additive ? 'additive' : 'notAdditive')],
          [t('time'), t(isLevel ? 'level' : 'flow')],
        ]}
      />
    </Paper>
  );
}
