export type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

export interface LogLine {
  time: Date;
  level: Level;
  msg: string;
  fields: Record<string, unknown>;
}

const LEVELS: readonly Level[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
const POSTGRES_LEVELS: Record<string, Level> = {
  LOG: 'info',
  WARNING: 'warn',
  ERROR: 'warn',
  FATAL: 'warn',
  PANIC: 'error',
};
const NATS_LEVELS: Record<string, Level> = { INF: 'info', WRN: 'warn', ERR: 'error', FTL: 'fatal' };
const NOISE = new Set(['level', 'time', 'msg', 'pid', 'hostname', 'name', 'service', 'err', 'stack']);
const COLOURS: Record<Level, number> = { trace: 90, debug: 90, info: 32, warn: 33, error: 31, fatal: 31 };
const SERVICE_COLOURS = [36, 35, 34, 96, 95, 94];

/** Reads a line of pino, Postgres or nats-server; any other text is information as it stands. */
export function parseLine(line: string, now: Date): LogLine {
  return parsePino(line, now) ?? { time: now, fields: {}, ...parseText(line) };
}

function parsePino(line: string, now: Date): LogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    const { level, time, msg } = entry;
    const fields = Object.fromEntries(Object.entries(entry).filter(([key]) => !NOISE.has(key)));
    const moment = typeof time === 'number' || typeof time === 'string' ? new Date(time) : now;
    return {
      time: moment,
      level: levelOf(level),
      msg: typeof msg === 'string' ? msg : '',
      fields: { ...fields, ...errorOf(entry['err']) },
    };
  } catch {
    return undefined;
  }
}

function levelOf(level: unknown): Level {
  if (typeof level === 'number') return LEVELS[Math.min(5, Math.max(0, Math.floor(level / 10) - 1))] ?? 'info';
  return LEVELS.find((known) => known === level) ?? 'info';
}

function errorOf(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return {};
  const { message, stack } = error as { message?: unknown; stack?: unknown };
  return { err: message, stack };
}

function parseText(line: string): { level: Level; msg: string } {
  const [, postgresLevel = '', postgresText] = /^([A-Z]+): {2}(.*)$/.exec(line) ?? [];
  if (postgresText !== undefined) return { level: POSTGRES_LEVELS[postgresLevel] ?? 'debug', msg: postgresText };
  const [, natsLevel = '', natsText] = /^\[\d+\] .* \[([A-Z]{3})\] (.*)$/.exec(line) ?? [];
  if (natsText !== undefined) return { level: NATS_LEVELS[natsLevel] ?? 'debug', msg: natsText };
  return { level: 'info', msg: line };
}

/** `HH:MM:SS service level msg key=val`, a stack trace indented below. */
export function renderLine(service: string, line: LogLine, colours: boolean): string {
  const paint = (colour: number, text: string) => (colours ? `\u001b[${colour}m${text}\u001b[0m` : text);
  const { stack, ...fields } = line.fields;
  const pairs = Object.entries(fields).map(([key, value]) => `${paint(90, `${key}=`)}${renderValue(value)}`);
  const head = [
    paint(90, line.time.toTimeString().slice(0, 8)),
    paint(colourOf(service), service.padEnd(14)),
    paint(COLOURS[line.level], line.level.padEnd(5)),
    [line.msg, ...pairs].join(' '),
  ].join(' ');
  const trace =
    typeof stack === 'string'
      ? stack
          .split('\n')
          .slice(1)
          .map((frame) => `\n    ${frame.trim()}`)
      : [];
  return trace.length > 0 ? head + paint(90, trace.join('')) : head;
}

function renderValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return /^[^\s"=]+$/.test(text) || typeof value !== 'string' ? text : JSON.stringify(text);
}

function colourOf(service: string): number {
  const sum = [...service].reduce((total, character) => total + character.charCodeAt(0), 0);
  return SERVICE_COLOURS[sum % SERVICE_COLOURS.length] ?? 36;
}

/** Whether `level` is at least `least`. */
export function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}
