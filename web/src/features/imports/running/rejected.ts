import Papa from 'papaparse';

export interface Rejection {
  line: number;
  column: string | null;
  code: string;
  reason: string;
}

/** The rows that did not land, as they were, each with its line, column, code and reason. */
export class Rejected {
  private readonly lines: string[] = [];

  constructor(private readonly header: string[]) {}

  add(fields: string[], { line, column, code, reason }: Rejection) {
    const padded = this.header.map((_, index) => fields[index] ?? '');
    this.lines.push(Papa.unparse([[...padded, String(line), column ?? '', code, reason]]));
  }

  get count(): number {
    return this.lines.length;
  }

  toCsv(): string {
    const head = Papa.unparse([[...this.header, 'line', 'column', 'code', 'reason']]);
    return `${[head, ...this.lines].join('\n')}\n`;
  }
}
