import { UnreadableFile } from './unreadable-file';

export const encodings = ['utf-8', 'windows-1251'] as const;
export type Encoding = (typeof encodings)[number];

/** Streams a file's text, unpacked when it is gzipped; `onBytes` counts what was read of the file itself. */
export async function openFile(
  file: File,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): Promise<AsyncIterator<string>> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const magic = Array.from(start, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (magic === 'fffe' || magic === 'feff') throw new UnreadableFile('UTF16');
  if (magic === '504b') throw new UnreadableFile('SPREADSHEET');
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );
  const plain = magic === '1f8b' ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  return textOf(plain.pipeThrough(new TextDecoderStream(encoding)).getReader());
}

// Not every browser iterates over streams yet.
async function* textOf(reader: ReadableStreamDefaultReader<string>): AsyncGenerator<string> {
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
