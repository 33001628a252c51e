import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mail {
  id: string;
  /** RFC 3339. */
  receivedAt: string;
  from: string;
  /** Envelope recipients, lower case. */
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

export interface Mailbox {
  add(mail: Omit<Mail, 'id'>): Mail;
  get(id: string): Mail | undefined;
  /** Newest first. */
  list(filter: { to?: string | undefined; limit: number }): Mail[];
  clear(): void;
}

/** Mail kept in memory and as one JSON file each; beyond `keep` the oldest go. */
export function openMailbox(dir: string, keep = 2_000): Mailbox {
  mkdirSync(dir, { recursive: true });
  const fileOf = (id: string) => join(dir, `${id}.json`);
  const mails = new Map(readAll(dir).map((mail) => [mail.id, mail]));
  let count = 0;
  const remove = (id: string) => {
    mails.delete(id);
    rmSync(fileOf(id), { force: true });
  };
  return {
    add: (received) => {
      const id = `${received.receivedAt.replace(/[^0-9]/g, '')}-${process.pid}-${`${count++}`.padStart(6, '0')}`;
      const mail = { id, ...received };
      mails.set(id, mail);
      writeFileSync(fileOf(id), JSON.stringify(mail, null, 2));
      for (const oldest of [...mails.keys()].slice(0, Math.max(0, mails.size - keep))) remove(oldest);
      return mail;
    },
    get: (id) => mails.get(id),
    list: ({ to, limit }) =>
      [...mails.values()]
        .reverse()
        .filter((mail) => !to || mail.to.includes(to.toLowerCase()))
        .slice(0, limit),
    clear: () => [...mails.keys()].forEach(remove),
  };
}

function readAll(dir: string): Mail[] {
  const files = readdirSync(dir).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => JSON.parse(readFileSync(join(dir, file), 'utf8')) as Mail);
}
