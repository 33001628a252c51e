import { badInput } from '@adal/service';
import { GraphQLError } from 'graphql';
import type { AnalyticsContext } from '../../context';
import { readPopulation, type AskedPopulation } from '../segment-members';
import { askScan } from './ask-store';
import { beginningsIn, bucketsBetween } from './metric.buckets';
import { localHours } from './local-hours';
import { compileMetrics, hasRollup } from './metric.compiler';
import { readQuestion, type AskedMetric, type MetricQuestion } from './metric.question';
import { answerRows } from './metric.rows';
import { zonesOfStores } from './store-zones';

/** An answer. */
export interface MetricAnswer {
  readonly key: string;
  readonly unit: string;
  readonly rows: { readonly time: Date | null; readonly dimensions: string[]; readonly value: number | null }[];
}

const BUCKETS_MAX = 10_000;

/** Computes a metric from the facts that the actor may see. What makes no sense is BAD_USER_INPUT, too long a question TIMEOUT. */
export async function computeMetric(
  ctx: AnalyticsContext,
  input: AskedMetric & AskedPopulation,
): Promise<MetricAnswer> {
  const question = readQuestion(input);
  const { metric, from, to, by } = question;
  const { storeIds } = ctx.actor;
  if (storeIds && !metric.dimensions.includes('store')) {
    throw new GraphQLError(`${input.key} cannot be limited to your stores.`, { extensions: { code: 'FORBIDDEN' } });
  }
  const zone = ctx.config.BUSINESS_TIME_ZONE;
  const buckets = bucketsOf(question, zone);
  const hours = hasRollup(metric) ? localHours(question, await zonesOfStores(ctx), zone) : null;
  const population = await readPopulation(ctx, input);
  const period = { from, to, hours };
  const scans = compileMetrics({ ...question, metrics: [metric], period, zone, storeIds, population });
  const beginning = beginningsIn(zone);
  const rows = (await Promise.all(scans.map(({ statement }) => askScan(ctx, statement)))).flat();
  return {
    key: input.key,
    unit: metric.unit,
    rows: answerRows(rows, { metric, place: 0, by: by.length, buckets }).map(({ bucket, ...row }) => ({
      time: bucket === '' ? null : beginning(bucket),
      ...row,
    })),
  };
}

function bucketsOf({ from, to, grain }: MetricQuestion, zone: string): string[] | null {
  if (grain === null) return null;
  const buckets = bucketsBetween(from, to, grain, zone, BUCKETS_MAX);
  if (!buckets)
    throw badInput(`The period has more than ${BUCKETS_MAX} buckets: ask for a shorter period or a coarser grain.`);
  return buckets;
}
