import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Server } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { openMailbox, type Mail, type Mailbox } from './mailbox';
import { listPage, mailPage } from './pages';

export interface MailSinkOptions {
  dir: string;
  /** 0 or absent: free ones. */
  smtpPort?: number;
  httpPort?: number;
  onMail?: (mail: Mail) => void;
}

export interface MailSink {
  readonly smtpUrl: string;
  readonly httpUrl: string;
  readonly mailbox: Mailbox;
  stop(): Promise<void>;
}

const MESSAGE_BYTES_MAX = 10 * 1024 * 1024;
const LIST_MAX = 200;

/**
 * A mail server that delivers nothing: it keeps what it gets and shows it. Recipients named `busy@…` are refused for now
 * (451) and `bounce@…` for good (550), so that retries and bounces can be seen.
 */
export async function startMailSink(options: MailSinkOptions): Promise<MailSink> {
  const mailbox = openMailbox(options.dir);
  const smtp = smtpServer(mailbox, options.onMail ?? (() => {}));
  const http = createServer((request, response) => answer(mailbox, request, response));
  const smtpPort = await listen(smtp, smtp.server, options.smtpPort ?? 0);
  const httpPort = await listen(http, http, options.httpPort ?? 0);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    httpUrl: `http://127.0.0.1:${httpPort}`,
    mailbox,
    stop: async () => {
      http.closeAllConnections();
      await Promise.all([
        new Promise<void>((done) => smtp.close(() => done())),
        new Promise((done) => http.close(done)),
      ]);
    },
  };
}

function smtpServer(mailbox: Mailbox, onMail: (mail: Mail) => void): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    size: MESSAGE_BYTES_MAX,
    onAuth: (_auth, _session, accept) => accept(null, { user: 'anyone' }),
    onRcptTo: ({ address }, _session, accept) => accept(refusalOf(address)),
    onData: (stream, session, accept) => {
      receive(stream, session).then(
        (mail) => {
          onMail(mailbox.add(mail));
          accept();
        },
        (error: Error) => accept(error),
      );
    },
  });
}

function refusalOf(address: string): Error | null {
  const name = address.split('@')[0];
  if (name === 'busy') return Object.assign(new Error('Mailbox busy, try again later'), { responseCode: 451 });
  if (name === 'bounce') return Object.assign(new Error('No such mailbox'), { responseCode: 550 });
  return null;
}

async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Omit<Mail, 'id'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('Message too large'), { responseCode: 552 });
  const parsed = await PostalMime.parse(Buffer.concat(chunks));
  const sender = session.envelope.mailFrom;
  return {
    receivedAt: new Date().toISOString(),
    from: parsed.from?.address ?? (sender ? sender.address : ''),
    to: session.envelope.rcptTo.map(({ address }) => address.toLowerCase()),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html ?? '',
    headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
  };
}

function answer(mailbox: Mailbox, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const send = (status: number, type: string, body: string) =>
    void response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
  const json = (value: unknown) => send(200, 'application/json', JSON.stringify(value));
  const to = url.searchParams.get('to') ?? '';
  const limit = Math.min(Number(url.searchParams.get('limit')) || LIST_MAX, LIST_MAX);
  const [, area, id = '', part] = /^\/(api\/messages|messages)\/([\w-]+)(\/html)?$/.exec(url.pathname) ?? [];
  const mail = mailbox.get(id);

  if (url.pathname.startsWith('/health/')) return json({ status: 'ok' });
  if (url.pathname === '/') return send(200, 'text/html', listPage(mailbox.list({ to, limit }), to));
  if (url.pathname === '/api/messages' && request.method === 'DELETE') mailbox.clear();
  if (url.pathname === '/api/messages') return json(mailbox.list({ to, limit }));
  if (!mail) return send(404, 'text/plain', 'No such page or message.');
  if (area === 'api/messages') return json(mail);
  return send(200, 'text/html', part ? mail.html : mailPage(mail));
}

/** SMTPServer passes on the address and errors of the socket server inside it. */
function listen(
  server: { listen(port: number, host: string, done: () => void): unknown },
  socket: Server,
  port: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = socket.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
