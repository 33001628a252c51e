'use client';

import { Alert, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBulb } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt } from '@/fmt';
import type { SimulationResultQuery } from '@/graphql/generated/graphql';
import { DataTable, type Column } from '@/ui/table';

type Result = NonNullable<NonNullable<SimulationResultQuery['simulation']>['result']>;
type Response = NonNullable<Result['assumedResponse']>;

interface Percents {
  low: string;
  likely: string;
  high: string;
}

interface Props {
  response: Response;
  percents: Percents;
  onChange: (percents: Percents) => void;
}

const cases = ['low', 'likely', 'high'] as const;
const waitMs = 300;

/** What the reader assumes of buyers, and what it comes to: framed apart from what was replayed. */
export function AssumedResponse({ response, percents, onChange }: Props) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const [typed, setTyped] = useState(percents);
  const ask = useDebouncedCallback((next: Percents) => isOrdered(next) && onChange(next), waitMs);
  const type = (key: keyof Percents, value: string) => {
    const next = { ...typed, [key]: value };
    setTyped(next);
    ask(next);
  };
  const columns = useColumns(response);
  return (
    <Alert
      variant="outline"
      color="yellow"
      icon={<IconBulb aria-hidden />}
      title={t('assumed')}
      styles={{ root: { borderStyle: 'dashed' } }}
    >
      <Stack gap="sm">
        <Text fz="sm">{t('assumedMeans')}</Text>
        <Group gap="sm" align="flex-end">
          {cases.map((one) => (
            <NumberInput
              key={one}
              label={t(`response.${one}`)}
              w={120}
              min={0}
              max={1000}
              decimalScale={1}
              suffix=" %"
              value={typed[one]}
              onChange={(value) => type(one, String(value === '' ? 0 : value))}
              error={isOrdered(typed) ? undefined : one === 'low' && t('notOrdered')}
            />
          ))}
        </Group>
        <DataTable label={t('assumed')} columns={columns} rows={[...cases]} rowKey={(one) => one} empty={null} />
        <Text fz="sm" fw={600}>
          {response.breakEvenPercent === null
            ? t('neverEven')
            : t('breakEven', {
                percent: fmt.percent(Number(response.breakEvenPercent) / 100),
                cost: fmt.moneyWhole(response.mechanicalEffect),
              })}
        </Text>
      </Stack>
    </Alert>
  );
}

const isOrdered = ({ low, likely, high }: Percents): boolean =>
  Number(low) <= Number(likely) && Number(likely) <= Number(high);

function useColumns(response: Response): Column<(typeof cases)[number]>[] {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  return [
    { key: 'case', header: t('assumption'), cell: (one) => t(`response.${one}`) },
    {
      key: 'percent',
      header: t('growth'),
      numeric: true,
      cell: (one) => fmt.percent(Number(response[one].percent) / 100),
    },
    {
      key: 'margin',
      header: t('extraMargin'),
      numeric: true,
      cell: (one) => fmt.moneyWhole(response[one].extraMargin),
    },
    { key: 'net', header: t('netEffect'), numeric: true, cell: (one) => fmt.moneyWhole(response[one].netEffect) },
  ];
}
