import { request } from 'undici';

/** A live metric as a dashboard follows it. */
export interface WatchedMetric {
  /** Its values and when each arrived, in milliseconds of `performance.now()`. */
  readonly seen: readonly { readonly value: number; readonly atMs: number }[];
  stop(): void;
}

const WATCH = `subscription Watch($input: MetricInput!) { metricChanged(input: $input) { rows { value } } }`;

/** Follows a metric over the gateway's GraphQL over SSE; resolves when the first value is there. */
export async function watchMetric(
  gatewayUrl: string,
  headers: Record<string, string>,
  input: { key: string; from: string; to: string },
): Promise<WatchedMetric> {
  const seen: { value: number; atMs: number }[] = [];
  const over = new AbortController();
  const { statusCode, body } = await request(`${gatewayUrl}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query: WATCH, variables: { input } }),
    signal: over.signal,
    bodyTimeout: 0,
  });
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode}: ${await body.text()}`);
  const begun = Promise.withResolvers<void>();
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of body) {
      const events = (rest + String(chunk)).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.+)$/m.exec(event)?.[1];
        if (data === undefined) continue;
        const answer = JSON.parse(data) as { data?: { metricChanged: { rows: { value: number }[] } } };
        if (!answer.data) throw new Error(data);
        seen.push({ value: answer.data.metricChanged.rows[0]?.value ?? 0, atMs: performance.now() });
        begun.resolve();
      }
    }
  };
  read().catch((error: unknown) => {
    if (!over.signal.aborted) begun.reject(error);
  });
  await begun.promise;
  return { seen, stop: () => over.abort() };
}
