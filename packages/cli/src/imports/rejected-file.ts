import { stringify, type Stringifier } from 'csv-stringify';
import { createWriteStream } from 'node:fs';
import type { SourceRow } from './expression';

/** One reason why a row came back. */
export interface Rejection {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly reason: string;
}

/** `<file>.rejected.csv`: the rows that did not land, as they were, with line, column, code and reason. Made on the first one. */
export class RejectedFile {
  private writer: Stringifier | null = null;
  private finished: Promise<void> = Promise.resolve();

  constructor(
    readonly path: string,
    private readonly append: boolean,
  ) {}

  write(row: SourceRow, rejection: Rejection): void {
    this.writer ??= this.open(Object.keys(row));
    this.writer.write({
      ...row,
      line: rejection.line,
      column: rejection.column ?? '',
      code: rejection.code,
      reason: rejection.reason,
    });
  }

  async close(): Promise<void> {
    this.writer?.end();
    await this.finished;
  }

  private open(columns: string[]): Stringifier {
    const writer = stringify({ header: !this.append, columns: [...columns, 'line', 'column', 'code', 'reason'] });
    const file = createWriteStream(this.path, { flags: this.append ? 'a' : 'w' });
    this.finished = new Promise((resolve, reject) => {
      file.once('finish', resolve);
      file.once('error', reject);
    });
    writer.pipe(file);
    return writer;
  }
}
