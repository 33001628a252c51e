import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { BYTES_MAX, MESSAGES_MAX, messageBatches } from './message-batches';

const message = (seq: number, bytes = 10): JsMsg => ({ seq, data: new Uint8Array(bytes) }) as JsMsg;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function batchesOf(messages: AsyncGenerator<JsMsg>): Promise<number[][]> {
  const found: number[][] = [];
  for await (const batch of messageBatches(messages as unknown as ConsumerMessages))
    found.push(batch.map(({ seq }) => seq));
  return found;
}

describe('messages', () => {
  it('that are there together come together, and end when they end', async () => {
    expect(
      await batchesOf(
        (async function* () {
          yield* [1, 2, 3].map((seq) => message(seq));
        })(),
      ),
    ).toEqual([[1, 2, 3]]);
    expect(
      await batchesOf(
        (async function* () {
          yield* [];
        })(),
      ),
    ).toEqual([]);
  });

  it('that come later than the first can wait are the next batch', async () => {
    const slow = (async function* () {
      yield message(1);
      await pause(10);
      yield message(2);
      await pause(250);
      yield message(3);
    })();
    expect(await batchesOf(slow)).toEqual([[1, 2], [3]]);
  });

  it('fill a batch up to a number and a size', async () => {
    const many = (async function* () {
      for (let seq = 1; seq <= MESSAGES_MAX + 1; seq += 1) yield message(seq);
    })();
    expect((await batchesOf(many)).map((batch) => batch.length)).toEqual([MESSAGES_MAX, 1]);
    const large = (async function* () {
      for (let seq = 1; seq <= 4; seq += 1) yield message(seq, BYTES_MAX / 3);
    })();
    expect(await batchesOf(large)).toEqual([[1, 2, 3], [4]]);
  });

  it('that break off are heard after the batch at work', async () => {
    const breaking = (async function* () {
      yield message(1);
      throw new Error('gone');
    })();
    const batches = messageBatches(breaking as unknown as ConsumerMessages);
    await expect(
      (async () => {
        for await (const batch of batches) await pause(batch.length);
      })(),
    ).rejects.toThrow('gone');
  });
});
