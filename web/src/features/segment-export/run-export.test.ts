import type { Client } from 'urql';
import type { FileTarget } from '@/ui/files';
import { runExport } from './run-export';

/** A gateway with so many members, of which a page is answered once `answered` of its number is. */
function gateway(members: number, answered: (page: number) => Promise<void>) {
  let pages = 0;
  const query = (_: unknown, { first, after }: { first: number; after: string | null }) => ({
    toPromise: async () => {
      await answered(++pages);
      const from = after === null ? 0 : Number(after);
      const ids = Array.from({ length: Math.min(first, members - from) }, (_, index) => String(from + index));
      const pageInfo = { hasNextPage: from + first < members, endCursor: String(from + first) };
      return { data: { segmentExport: { page: { edges: ids.map((id) => ({ node: { id } })), pageInfo } } } };
    },
  });
  return { query } as unknown as Client;
}

function started(client: Client) {
  const stop = new AbortController();
  const file = { text: '', ends: 0 };
  const target: FileTarget = {
    write: async (part) => void (file.text += String(part)),
    end: async () => void file.ends++,
    drop: async () => undefined,
  };
  const counts: number[] = [];
  const rows = runExport({
    ...{ client, exportId: 'e', columns: ['MEMBER_ID'], header: ['Member id'], format: 'CSV', target },
    onProgress: (n) => counts.push(n),
    signal: stop.signal,
  });
  return { rows, counts, file, stop: () => stop.abort() };
}

describe('an export', () => {
  it('writes every member once, in order, and says how far it is page by page', async () => {
    const { rows, counts, file } = started(gateway(1_203, async () => undefined));
    expect(await rows).toBe(1_203);
    expect(counts).toEqual([500, 1_000, 1_203]);
    const lines = file.text.trimEnd().split('\r\n');
    expect(lines).toEqual(['\ufeffMember id', ...Array.from({ length: 1_203 }, (_, n) => String(n))]);
    expect(file.ends).toBe(1);
  });

  it('stops at once, also while a page does not come, and ends no file', async () => {
    const awaited = Promise.withResolvers<void>();
    const never = new Promise<void>(() => undefined);
    const answers = (page: number) => (page === 2 ? (awaited.resolve(), never) : Promise.resolve());
    const { rows, file, stop } = started(gateway(2_000, answers));
    await awaited.promise;
    stop();
    await expect(rows).rejects.toMatchObject({ name: 'AbortError' });
    expect(file.ends).toBe(0);
  });

  it('fails when a page does not come, and ends no file', async () => {
    const { rows, file } = started(
      gateway(2_000, (page) => (page === 2 ? Promise.reject(new Error('Gone')) : Promise.resolve())),
    );
    await expect(rows).rejects.toThrow('Gone');
    expect(file.ends).toBe(0);
  });
});
