import { badInput } from '@adal/service';
import { GraphQLError } from 'graphql';
import type { AnalyticsContext } from '../../context';
import { QueryTooLong, type Row, type Statement } from '../../store/analytics-store';
import { ROWS_MAX } from './metric.compiler';

/** Asks the store; a question that was stopped is TIMEOUT. */
export async function askStore({ store }: Pick<AnalyticsContext, 'store'>, statement: Statement): Promise<Row[]> {
  try {
    return await store.query(statement);
  } catch (error) {
    if (!(error instanceof QueryTooLong)) throw error;
    throw new GraphQLError('This took too long and was stopped: ask for a shorter period.', {
      extensions: { code: 'TIMEOUT' },
    });
  }
}

/** Asks what compileMetrics compiled; too long an answer is BAD_USER_INPUT. */
export async function askScan(ctx: Pick<AnalyticsContext, 'store'>, statement: Statement): Promise<Row[]> {
  const rows = await askStore(ctx, statement);
  if (rows.length <= ROWS_MAX) return rows;
  throw badInput(
    `The answer has more than ${ROWS_MAX} rows: ask for a shorter period, a coarser grain or fewer dimensions.`,
  );
}
