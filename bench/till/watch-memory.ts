import { request } from 'undici';
import { percentile } from '../load.ts';

/** What a service holds. */
export interface Memory {
  readonly heapMb: number;
  readonly rssMb: number;
}

/** As its metrics say. */
export async function memoryOf(serviceUrl: string): Promise<Memory> {
  const text = await (await request(`${serviceUrl}/metrics`)).body.text();
  const megabytes = (metric: string): number =>
    Number(new RegExp(`^${metric}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1]) / 1024 / 1024;
  return { heapMb: megabytes('nodejs_heap_size_used_bytes'), rssMb: megabytes('process_resident_memory_bytes') };
}

const EVERY_MS = 5_000;

/** Looks again and again until stopped; answers the medians of the first and the last third. */
export function watchMemory(look: () => Promise<Memory>): { stop(): { first: Memory; last: Memory } } {
  const seen: Memory[] = [];
  const timer = setInterval(() => void look().then((memory) => seen.push(memory)), EVERY_MS);
  const medianOf = (part: readonly Memory[]): Memory => ({
    heapMb: percentile(
      part.map(({ heapMb }) => heapMb),
      0.5,
    ),
    rssMb: percentile(
      part.map(({ rssMb }) => rssMb),
      0.5,
    ),
  });
  return {
    stop: () => {
      clearInterval(timer);
      const third = Math.ceil(seen.length / 3);
      return { first: medianOf(seen.slice(0, third)), last: medianOf(seen.slice(-third)) };
    },
  };
}
