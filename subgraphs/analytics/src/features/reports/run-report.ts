import { badInput } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { memberFilterNotes } from './member-filters';
import type { Days, ReportBody, ReportPreset } from './report';
import { readAsk, ROWS_MAX, tooManyRows, type AskedReport } from './report.ask';

/** A report that was asked for. */
export interface Report extends ReportBody {
  readonly key: string;
  readonly days: Days;
  readonly compared: Days | null;
}

/** Computes a report from the facts that the actor may see. What makes no sense is BAD_USER_INPUT. */
export async function runReport(
  ctx: AnalyticsContext,
  presets: readonly ReportPreset[],
  asked: AskedReport,
): Promise<Report> {
  const preset = presets.find(({ key }) => key === asked.key);
  if (!preset)
    throw badInput(`There is no report ${asked.key}. There are: ${presets.map(({ key }) => key).join(', ')}.`);
  const ask = await readAsk(ctx, preset, asked);
  const body = await preset.compute(ask);
  if (body.tables.some(({ rows }) => rows.length > ROWS_MAX)) throw tooManyRows();
  const notes = [...body.notes, ...memberFilterNotes(preset, ask)];
  return { ...body, notes, key: preset.key, days: ask.days, compared: ask.compared };
}
