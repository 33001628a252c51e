import { badInput } from '@adal/service';
import { GraphQLError } from 'graphql';
import type { AnalyticsContext } from '../../context';
import { QueryTooLong, type Row, type Statement } from '../../store/analytics-store';
import { readPopulation, type AskedPopulation } from '../segment-members';
import { bucketsBetween } from './metric.buckets';
import { localHours } from './local-hours';
import { compileMetric, hasRollup, ROWS_MAX } from './metric.compiler';
import { readQuestion, type AskedMetric, type MetricQuestion } from './metric.question';
import { answerRows, type MetricRow } from './metric.rows';

/** An answer. */
export interface MetricAnswer {
  readonly key: string;
  readonly unit: string;
  readonly rows: MetricRow[];
}

const BUCKETS_MAX = 10_000;

/** Computes a metric from the facts that the actor may see. What makes no sense is BAD_USER_INPUT, too long a question TIMEOUT. */
export async function computeMetric(
  ctx: AnalyticsContext,
  input: AskedMetric & AskedPopulation,
): Promise<MetricAnswer> {
  const question = readQuestion(input);
  const { storeIds } = ctx.actor;
  if (storeIds && !question.metric.dimensions.includes('store')) {
    throw new GraphQLError(`${input.key} cannot be limited to your stores.`, { extensions: { code: 'FORBIDDEN' } });
  }
  const zone = ctx.config.BUSINESS_TIME_ZONE;
  const buckets = bucketsOf(question, zone);
  const hours = hasRollup(question.metric) ? localHours(question, await zonesOfStores(ctx), zone) : null;
  const rows = await ask(ctx, compileMetric(question, storeIds, hours, await readPopulation(ctx, input)));
  if (rows.length > ROWS_MAX)
    throw badInput(
      `The answer has more than ${ROWS_MAX} rows: ask for a shorter period, a coarser grain or fewer dimensions.`,
    );
  return {
    key: input.key,
    unit: question.metric.unit,
    rows: answerRows(rows, { metric: question.metric, by: question.by.length, buckets, zone }),
  };
}

async function zonesOfStores(ctx: AnalyticsContext): Promise<Map<string, string>> {
  const stores = await ask(ctx, {
    sql: "SELECT store_id, time_zone FROM stores WHERE time_zone <> ''",
    parameters: {},
  });
  return new Map(stores.map((row) => [String(row['store_id']), String(row['time_zone'])]));
}

function bucketsOf({ from, to, grain }: MetricQuestion, zone: string): string[] | null {
  if (grain === null) return null;
  const buckets = bucketsBetween(from, to, grain, zone, BUCKETS_MAX);
  if (!buckets)
    throw badInput(`The period has more than ${BUCKETS_MAX} buckets: ask for a shorter period or a coarser grain.`);
  return buckets;
}

async function ask(ctx: AnalyticsContext, statement: Statement): Promise<Row[]> {
  try {
    return await ctx.store.query(statement);
  } catch (error) {
    if (!(error instanceof QueryTooLong)) throw error;
    throw new GraphQLError('This took too long and was stopped: ask for a shorter period.', {
      extensions: { code: 'TIMEOUT' },
    });
  }
}
