import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Say } from './keep-alive';
import { isAtLeast, parseLine, renderLine, type Level } from './log-lines';

export interface Logs {
  /** Takes one line of a service's output: into its file as it is, onto the screen readably. */
  lineOf(service: string, least?: Level): (line: string) => void;
  /** What the supervisor itself has to say. */
  say: Say;
}

/** One readable log on the screen (unless quiet) and a raw one per service in `dir`, begun anew with each start. */
export function openLogs(dir: string, screen: 'pretty' | 'quiet'): Logs {
  mkdirSync(dir, { recursive: true });
  const colours = process.stdout.isTTY && !process.env['NO_COLOR'];
  const print = (service: string, line: ReturnType<typeof parseLine>) => {
    if (screen === 'pretty') process.stdout.write(`${renderLine(service, line, colours)}\n`);
  };
  const files = new Map<string, WriteStream>();
  // A service that is started again goes on in the same file.
  const fileOf = (service: string) => {
    const file = files.get(service) ?? createWriteStream(join(dir, `${service}.log`));
    files.set(service, file);
    return file;
  };
  return {
    lineOf: (service, least = 'trace') => {
      const file = fileOf(service);
      return (line) => {
        if (line.trim() === '') return;
        file.write(`${line}\n`);
        const parsed = parseLine(line, new Date());
        if (isAtLeast(parsed.level, least)) print(service, parsed);
      };
    },
    say: (level, msg, fields = {}) => print('adal', { time: new Date(), level, msg, fields }),
  };
}
