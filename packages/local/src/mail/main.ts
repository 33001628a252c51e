import { startMailSink } from './mail-sink';

/** The mail sink as a process of its own: settings SMTP_PORT, PORT, MAIL_DIR; logs as the services do. */
async function main(): Promise<void> {
  const { SMTP_PORT = '4025', PORT = '4080', MAIL_DIR = '.data/mail' } = process.env;
  const sink = await startMailSink({
    dir: MAIL_DIR,
    smtpPort: Number(SMTP_PORT),
    httpPort: Number(PORT),
    onMail: ({ id, to, subject }) => log('Mail received', { id, to: to.join(','), subject }),
  });
  log('Mail sink ready', { smtp: sink.smtpUrl, http: sink.httpUrl });
  const end = () => void sink.stop().then(() => process.exit(0));
  for (const reason of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(reason, end);
}

function log(msg: string, fields: Record<string, string>): void {
  process.stdout.write(`${JSON.stringify({ level: 30, time: Date.now(), msg, ...fields })}\n`);
}

void main();
