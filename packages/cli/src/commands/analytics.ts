import { v7 as uuidv7 } from 'uuid';
import { OperatorError, type GatewayClient } from '../gateway-client';
import { showProgress } from '../progress';

/** Empties the analytics store and fills it again; shows progress until it is done. */
export async function rebuildAnalytics(client: GatewayClient, print: (line: string) => void): Promise<boolean> {
  const { rebuildAnalytics: rebuild } = await client.ask<{ rebuildAnalytics: { started: boolean } }>(
    'mutation Rebuild($id: ID!) { rebuildAnalytics(rebuildId: $id) { started } }',
    { id: uuidv7() },
  );
  if (!rebuild.started) print('A rebuild is running already; following it.');
  const progress = showProgress('rebuild  ');
  for (;;) {
    const { analyticsStatus: status } = await client.ask<{
      analyticsStatus: { rebuildProgress: number | null; receipts: number; waiting: number; silentOwners: string[] };
    }>('{ analyticsStatus { rebuildProgress receipts waiting silentOwners } }');
    progress.update(status.rebuildProgress ?? 1, status.receipts, `${status.receipts} receipts`);
    if (status.rebuildProgress === null) {
      progress.stop();
      print(`The store is rebuilt: ${status.receipts} receipts, ${status.waiting} events waiting.`);
      if (status.silentOwners.length > 0)
        print(`Not told again so far: ${status.silentOwners.join(', ')}. Look at their services.`);
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Has the views of BI written as files and waits for them. */
export async function dumpViews(client: GatewayClient, print: (line: string) => void): Promise<boolean> {
  const id = uuidv7();
  const { dumpViews: dump } = await client.ask<{ dumpViews: { __typename: string; message?: string } }>(
    'mutation Dump($id: ID!) { dumpViews(dumpId: $id) { __typename ... on UserError { message } } }',
    { id },
  );
  if (dump.__typename !== 'Dump') throw new OperatorError(dump.message ?? dump.__typename);
  for (;;) {
    interface Dumps {
      dumps: { id: string; finishedAt: string | null; files: number; rows: number; fault: string | null }[];
    }
    const { dumps } = await client.ask<Dumps>('{ dumps { id finishedAt files rows fault } }');
    const now = dumps.find((one) => one.id === id);
    if (!now || now.fault) throw new OperatorError(now?.fault ?? 'The dump is gone.');
    if (now.finishedAt) {
      print(
        `The views are written: ${now.files} files, ${now.rows.toLocaleString('en')} rows; see manifest.json in the folder.`,
      );
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Prints a metric's rows as tab-separated values. */
export async function queryMetric(
  client: GatewayClient,
  print: (line: string) => void,
  options: { key: string; from: string; to: string; grain?: string; by: string[] },
): Promise<boolean> {
  const { metric } = await client.ask<{
    metric: { unit: string; rows: { time: string | null; dimensions: string[]; value: number | null }[] };
  }>('query Metric($input: MetricInput!) { metric(input: $input) { unit rows { time dimensions value } } }', {
    input: { key: options.key, from: options.from, to: options.to, grain: options.grain ?? null, by: options.by },
  });
  print(['time', ...options.by, `${options.key} (${metric.unit})`].join('\t'));
  for (const row of metric.rows) print([row.time ?? '', ...row.dimensions, row.value ?? ''].join('\t'));
  return true;
}
