import { fileRows } from './report-file';
import { months } from './report.fixture';

const words = {
  ...{ compared: 'before', change: 'change', total: 'Total' },
  text: (_: string, text: string | null) => text || 'unknown',
};

it('a file says what it is of, then its rows with numbers as numbers, compared ones and their change, then the total', () => {
  const head = { title: 'Sales. By month', lines: ['01.10.2026 – 22.11.2026', 'City: Алматы'] };
  expect(fileRows(months, head, words)).toEqual([
    ['Sales. By month'],
    ['01.10.2026 – 22.11.2026'],
    ['City: Алматы'],
    [],
    [
      ...['Name of month', 'Name of revenue', 'Name of revenue, before', 'Name of revenue, change'],
      ...['Name of share', 'Name of share, before', 'Name of share, change'],
    ],
    ['2026-10-01', 1000, 800, 200, 0.4, 0.5, -0.1],
    ['2026-11-01', 3000, '', '', '', '', ''],
    ['Total', 4000, 800, 3200, 0.42, '', ''],
  ]);
});
