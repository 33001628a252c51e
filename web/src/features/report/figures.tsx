'use client';

import { SimpleGrid, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { StatTile } from '@/ui/stat-tile';
import { Difference } from './report-table';
import type { Print } from './use-print';
import type { Report } from './view';

/** The numbers to read first, each beside the compared one and where it should be. */
export function Figures({ figures, print }: { figures: Report['figures']; print: Print }) {
  const t = useTranslations('report');
  if (figures.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 3, lg: Math.min(figures.length, 6) }} spacing="xs" verticalSpacing="xs">
      {figures.map((figure) => (
        <StatTile
          key={figure.key}
          label={figure.name}
          definition={figure.description}
          value={print.value(figure.unit, figure.value)}
          change={
            <>
              {figure.compared !== null && <Difference cell={figure} of={figure} />}
              {figure.reference !== null && (
                <Text span fz="xs" c="dimmed">
                  {t('reference', { value: print.value(figure.unit, figure.reference) })}
                </Text>
              )}
            </>
          }
        />
      ))}
    </SimpleGrid>
  );
}
