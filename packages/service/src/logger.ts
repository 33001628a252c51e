import pino, { type Logger } from 'pino';

export type { Logger };

/** A JSON logger for one service. Personal data and secrets that slip into log fields are cut out by name. */
export function createLogger(service: string, level = 'info'): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ['authorization', 'password', 'token', 'phone', 'email', '*.authorization', '*.password', '*.token', '*.phone', '*.email'],
      censor: '[cut]',
    },
  });
}
