import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** A client that takes nothing for this long is gone. */
const STUCK_MS = 30_000;

/** An answer that stays open, as GraphQL over SSE writes it (distinct connections mode). */
export interface Sse {
  /** Writes a result; resolves when the client keeps up. */
  next(result: object): Promise<void>;
  /** Says that nothing more will come: the client does not connect again. */
  complete(): void;
  comment(): void;
  /** Ends the answer without a word: the client connects again. */
  end(): void;
  onClose(hear: () => void): void;
}

/** Begins the stream; headers reach the client at once. */
export function openSse(response: ServerResponse): Sse {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const write = (text: string): boolean => response.writableEnded || response.destroyed || response.write(text);
  write(':\n\n');
  return {
    next: async (result) => {
      if (!write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) await drained(response);
    },
    complete: () => void write('event: complete\ndata:\n\n'),
    comment: () => void write(':\n\n'),
    end: () => void response.end(),
    onClose: (hear) => void response.once('close', hear),
  };
}

async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  const stuck = setTimeout(() => response.destroy(), STUCK_MS);
  const { signal } = over;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  clearTimeout(stuck);
  over.abort();
}
