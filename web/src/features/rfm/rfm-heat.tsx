'use client';

import { Paper, Text } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { HeatTable } from '@/ui/heat-table';
import { patched } from '@/ui/params';
import { firstPage } from '@/ui/table/place';
import { TextLink } from '@/ui/text-link';
import { placeOf, type Place, type Report, type RfmView } from './view';
import { useRangeText } from './use-range-text';

/** The grid as a table: the best at the top left, each cell a link to its members. */
export function RfmHeat({ view, report }: { view: RfmView; report: Report }) {
  const t = useTranslations('rfm');
  const rangeText = useRangeText(report.bounds);
  const [rowAxis, columnAxis] = view.grid.axes;
  if (rowAxis === undefined || columnAxis === undefined) return null;
  const scoresOf = (count: number) => Array.from({ length: count }, (_, index) => count - index);
  const places = scoresOf(rowAxis.scores).map((row) =>
    scoresOf(columnAxis.scores).map((column) => placeOf(report, row, column, view.slice)),
  );
  const strongest = Math.max(1, ...places.flat().map((place) => place[view.shown] ?? 0));
  return (
    <Paper withBorder p="sm">
      <HeatTable
        wide
        label={view.grid.name}
        corner={`${t(rowAxis.measure)} ↓ ${t(columnAxis.measure)} →`}
        columns={scoresOf(columnAxis.scores).map((score) => ({
          ...{ key: String(score), label: rangeText(columnAxis, 1, score) },
        }))}
        rows={scoresOf(rowAxis.scores).map((score, index) => ({
          key: String(score),
          label: rangeText(rowAxis, 0, score),
          cells: (places[index] ?? []).map((place) => ({
            key: place.cells.map(({ key }) => key).join(' '),
            heat: (place[view.shown] ?? 0) / strongest,
            isCurrent: isChosen(view, place),
            content: <Content view={view} place={place} />,
          })),
        }))}
      />
    </Paper>
  );
}

const isChosen = ({ cells }: RfmView, place: Place): boolean =>
  place.cells.length > 0 && place.cells.every(({ key }) => cells.includes(key));

/** A cell that is chosen already is let go by choosing it again. */
function Content({ view, place }: { view: RfmView; place: Place }) {
  const params = useSearchParams();
  const fmt = useFmt();
  const keys = place.cells.map(({ key }) => key);
  const others = view.cells.filter((key) => !keys.includes(key));
  const chosen = isChosen(view, place) ? others : [...others, ...keys];
  const href = `/rfm?${patched(new URLSearchParams(params), { cells: chosen.join(','), ...firstPage() })}`;
  const value = place[view.shown];
  const figure =
    value === null ? '—' : view.shown === 'members' ? fmt.number(value) : fmt.moneyWhole(Math.round(value));
  const [only] = place.cells;
  const name = place.cells.length === 1 && only !== undefined && only.name !== only.key ? only.name : undefined;
  return (
    <TextLink href={href} c="var(--mantine-color-text)" aria-current={isChosen(view, place) || undefined}>
      {name !== undefined && (
        <Text span display="block" fz="sm" fw={600}>
          {name}
        </Text>
      )}
      <Text span fz="sm" className="num">
        {figure}
        {view.shown === 'members' && place.members > 0 && ` · ${fmt.percent(place.share)}`}
      </Text>
    </TextLink>
  );
}
