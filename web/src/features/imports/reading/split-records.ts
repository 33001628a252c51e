/** Cuts a stream of text into blocks that end where a record ends: a line break inside quotes is part of its field. */
export class RecordSplitter {
  private pending = '';
  private inQuotes = false;
  // A quote that closed a field reopens it when another follows: "" stands for one quote.
  private justClosed = false;
  private atFieldStart = true;

  constructor(private readonly delimiter: string) {}

  /** Adds text; gives the whole records that are complete now, possibly none. */
  push(text: string): string {
    const end = this.lastRecordEnd(text);
    if (end < 0) {
      this.pending += text;
      return '';
    }
    const block = this.pending + text.slice(0, end + 1);
    this.pending = text.slice(end + 1);
    return block;
  }

  /** What is left when the text is over: the last record, if it had no line break, or one with an unclosed quote. */
  rest(): { text: string; unclosed: boolean } {
    return { text: this.pending, unclosed: this.inQuotes };
  }

  get pendingLength(): number {
    return this.pending.length;
  }

  private lastRecordEnd(text: string): number {
    let end = -1;
    for (let index = 0; index < text.length; index += 1) {
      const character = text[index];
      if (this.inQuotes) {
        if (character === '"') [this.inQuotes, this.justClosed] = [false, true];
        continue;
      }
      if (character === '"' && (this.justClosed || this.atFieldStart)) {
        [this.inQuotes, this.justClosed] = [true, false];
        continue;
      }
      this.justClosed = false;
      if (character === '\n') end = index;
      this.atFieldStart = character === this.delimiter || character === '\n';
    }
    return end;
  }
}
