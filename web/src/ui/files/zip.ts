/** A ZIP archive written as it comes: every file is packed while it is fed, and nothing of it is kept. */
export interface Zip {
  /** Begins a file; the one before must have ended. */
  file(name: string): Promise<ZipFile>;
  /** Writes the directory that every archive ends with. */
  end(): Promise<void>;
}

export interface ZipFile {
  add(text: string): Promise<void>;
  end(): Promise<void>;
}

interface Packed {
  name: Uint8Array<ArrayBuffer>;
  crc: number;
  size: number;
  packed: number;
  at: number;
}

const version = 20;
/** Sizes follow the data, names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980: when a file was made is nobody's business. */
const day = 0x0021;

type Put = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

export function zipTo(write: Put): Zip {
  let at = 0;
  const put: Put = (bytes) => {
    at += bytes.length;
    return write(bytes);
  };
  const files: Packed[] = [];
  return {
    file: async (name) => {
      const file: Packed = { name: encode(name), crc: 0, size: 0, packed: 0, at };
      files.push(file);
      await put(record([0x04034b50, 4], [version, 2], ...common(file), [0, 2]));
      await put(file.name);
      return pack(file, put);
    },
    end: async () => {
      const from = at;
      for (const file of files) {
        await put(
          record(
            [0x02014b50, 4],
            [version, 2],
            [version, 2],
            ...common(file),
            [0, 2],
            [0, 4],
            [0, 4],
            [0, 2],
            [file.at, 4],
          ),
        );
        await put(file.name);
      }
      await put(
        record([0x06054b50, 4], [0, 4], [files.length, 2], [files.length, 2], [at - from, 4], [from, 4], [0, 2]),
      );
    },
  };
}

const common = ({ name, crc, size, packed }: Packed): Field[] => [
  ...([
    [flags, 2],
    [deflated, 2],
    [0, 2],
    [day, 2],
  ] as const),
  ...([
    [crc, 4],
    [packed, 4],
    [size, 4],
    [name.length, 2],
  ] as const),
];

function pack(file: Packed, put: Put): ZipFile {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const written = readable.pipeTo(
    new WritableStream<Uint8Array<ArrayBuffer>>({
      write: (bytes) => {
        file.packed += bytes.length;
        return put(bytes);
      },
    }),
  );
  let crc = -1;
  return {
    add: (text) => {
      const bytes = encode(text);
      file.size += bytes.length;
      for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
      return writer.write(bytes);
    },
    end: async () => {
      await writer.close();
      await written;
      file.crc = ~crc >>> 0;
      await put(record([0x08074b50, 4], [file.crc, 4], [file.packed, 4], [file.size, 4]));
    },
  };
}

type Field = readonly [value: number, bytes: 2 | 4];

function record(...fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ -306_674_912 : crc >>> 1;
  return crc;
});
