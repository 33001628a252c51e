import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';

/** Of a batch: after an outage, the more is stored at once the less each event costs. */
export const MESSAGES_MAX = 4_000;
export const BYTES_MAX = 12 * 1024 * 1024;
/** How long the first message of a batch waits for others. */
const LINGER_MS = 100;

/** Messages in batches: what is there at once, then what comes within LINGER_MS, up to MESSAGES_MAX or BYTES_MAX. Ends when they end. */
export async function* messageBatches(messages: ConsumerMessages): AsyncGenerator<JsMsg[]> {
  const iterator = messages[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<JsMsg>> => {
    const answer = iterator.next();
    // An end that comes while a batch is at work is heard at the next turn.
    answer.catch(() => undefined);
    return answer;
  };
  let next = ask();
  for (;;) {
    const first = await next;
    if (first.done) return;
    const batch = [first.value];
    let bytes = first.value.data.length;
    next = ask();
    const linger = pause(LINGER_MS);
    while (batch.length < MESSAGES_MAX && bytes < BYTES_MAX) {
      const another = await Promise.race([next, linger.over]);
      if (!another || another.done) break;
      batch.push(another.value);
      bytes += another.value.data.length;
      next = ask();
    }
    linger.cancel();
    yield batch;
  }
}

function pause(ms: number): { over: Promise<undefined>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return { over, cancel: () => clearTimeout(timer) };
}
